//! The dialog for the language of texts and the notations of a country.

use super::View;
use super::dialogs::Answer;
use super::kit::{self, Pressed, Question};
use super::theme::tokens;
use crate::locale::{self, Language, Locale, Pack, text, tr};
use crate::storage::LocaleChoice;
use crate::units::{Currency, Money};
use crate::wording;
use egui::{Context, Ui};

/// Both choices, and an example of what they do.
pub(super) fn language_ui(ctx: &Context, view: &View<'_>, answer: &mut impl FnMut(Answer)) -> Option<Pressed> {
    Question::new(tr!("Language and country")).show(ctx, |ui| fields_ui(ui, view, answer))
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    let chosen = view.locale;
    let countries = std::iter::once(None).chain(Pack::all().iter().map(|pack| Some(pack.id.clone())));
    let name = |id: &Option<String>| country_name(id.as_deref(), view.desktop);
    if let Some(country) = kit::choice(ui, kit::Field::new("country", tr!("Country")), &chosen.country, countries, name)
    {
        answer(Answer::Locale(LocaleChoice { country, ..chosen.clone() }));
    }
    let languages = std::iter::once(None).chain(Language::all().into_iter().map(|one| Some(one.code.clone())));
    let name = |code: &Option<String>| language_name(code.as_deref(), chosen, view.desktop);
    if let Some(language) =
        kit::choice(ui, kit::Field::new("language", tr!("Language")), &chosen.language, languages, name)
    {
        answer(Answer::Locale(LocaleChoice { language, ..chosen.clone() }));
    }
    ui.add_space(tokens::GAP);
    let currency = Currency::from_code(&locale::current().pack.currency).unwrap_or(Currency::USD);
    let amount = wording::money_exact(Money::from_minor(123_450), currency);
    let date = wording::date(view.draft.start);
    ui.label(tr!(
        "Amounts and dates are shown and typed so: {amount}, {date}. A new plan takes the country's tax, and a sheet its \
         paper and the notices expected there.",
        amount,
        date
    ));
}

fn country_name(id: Option<&str>, desktop: Option<&str>) -> String {
    match id.and_then(Locale::of) {
        Some(locale) => text(&locale.pack.name).to_owned(),
        None => tr!("As the desktop: {name}", name = text(&Locale::chosen(None, None, desktop).pack.name)),
    }
}

fn language_name(code: Option<&str>, chosen: &LocaleChoice, desktop: Option<&str>) -> String {
    if let Some(language) = code.and_then(Language::find) {
        return language.name().to_owned();
    }
    let of_country = Locale::chosen(chosen.country.as_deref(), None, desktop).language;
    tr!("As the country: {name}", name = of_country.name())
}
