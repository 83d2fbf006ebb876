//! The dialog for the language of texts and the notations of a country.

use super::View;
use super::client::currencies;
use super::dialogs::Answer;
use super::kit::{self, Pressed, Question};
use super::theme::tokens;
use crate::locale::{self, Language, Locale, Pack, text, tr};
use crate::storage::{DeskName, LocaleChoice};
use crate::units::{Currency, Money};
use crate::wording;
use egui::{Context, Label, Ui};

/// Both choices, and an example of what they do.
pub(super) fn language_ui(ctx: &Context, view: &View<'_>, answer: &mut impl FnMut(Answer)) -> Option<Pressed> {
    Question::new(tr!("Language and country")).show(ctx, |ui| fields_ui(ui, view, answer))
}

/// What other desks are told of this one.
fn desk_ui(ui: &mut Ui, desk: &DeskName, answer: &mut impl FnMut(Answer)) {
    ui.add_space(tokens::GAP);
    kit::heading(ui, tr!("This desk"));
    kit::note(ui, tr!("Whoever opens the same plan at another desk sees who has it open."));
    let field = kit::Field::new("name of the desk", tr!("Name of the desk"));
    if let Some(name) = kit::text(ui, field, &desk.desk, tr!("such as front desk")) {
        answer(Answer::Desk(DeskName { desk: name.chars().take(LONGEST).collect(), ..desk.clone() }));
    }
    let field = kit::Field::new("initials", tr!("Initials"));
    if let Some(person) = kit::text(ui, field, &desk.person, "") {
        answer(Answer::Desk(DeskName { person: person.chars().take(LONGEST).collect(), ..desk.clone() }));
    }
}

/// The most characters of a name that others are told.
const LONGEST: usize = 40;

fn fields_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    let chosen = view.locale;
    country_ui(ui, view, &mut |chosen| answer(Answer::Locale(chosen)));
    let languages = std::iter::once(None).chain(Language::all().into_iter().map(|one| Some(one.code.clone())));
    let name = |code: &Option<String>| language_name(code.as_deref(), chosen, view.desktop);
    if let Some(language) =
        kit::choice(ui, kit::Field::new("language", tr!("Language")), &chosen.language, languages, name)
    {
        answer(Answer::Locale(LocaleChoice { language, ..chosen.clone() }));
    }
    currency_ui(ui, chosen, &mut |chosen| answer(Answer::Locale(chosen)));
    let currency = chosen.currency_in(locale::current().pack);
    let amount = wording::money_exact(Money::from_minor(123_450), currency);
    let date = wording::date(view.draft.start);
    ui.label(tr!(
        "Amounts and dates are shown and typed so: {amount}, {date}. A new plan takes the country's tax, and a sheet its \
         paper and the notices expected there.",
        amount,
        date
    ));
    desk_ui(ui, view.desk, answer);
    shared_ui(ui, view, answer);
}

/// Where the price list and the clinic's details are shared with other desks.
fn shared_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    kit::row(ui, kit::Field::new("shared folder", tr!("Shared folder")), |ui| {
        ui.horizontal_wrapped(|ui| {
            match view.shared {
                Some(folder) => _ = ui.add(Label::new(folder.display().to_string()).truncate()),
                None => _ = ui.label(tr!(in "folder", "none")),
            }
            if ui.button(tr!("Choose…")).accessible_name(tr!("Choose a shared folder…")).clicked() {
                answer(Answer::ChooseShared);
            }
            if view.shared.is_some() && ui.button(tr!("Share no more")).clicked() {
                answer(Answer::StopSharing);
            }
        });
    });
    kit::note(
        ui,
        tr!(
            "Price list and clinic's details are the same at all desks that share this folder. Each keeps a copy for when it is away."
        ),
    );
}

/// The country whose notations are used.
pub(super) fn country_ui(ui: &mut Ui, view: &View<'_>, choose: &mut impl FnMut(LocaleChoice)) {
    let chosen = view.locale;
    let countries = std::iter::once(None).chain(Pack::all().iter().map(|pack| Some(pack.id.clone())));
    let name = |id: &Option<String>| country_name(id.as_deref(), view.desktop);
    let country = kit::choice(ui, kit::Field::new("country", tr!("Country")), &chosen.country, countries, name);
    country.into_iter().for_each(|country| choose(LocaleChoice { country, ..chosen.clone() }));
}

/// The country, asked for as long as nobody has said.
pub(super) fn country_asked_ui(ui: &mut Ui, view: &View<'_>, choose: &mut impl FnMut(LocaleChoice)) {
    let (now, all) = (&locale::current().pack.id, Pack::all().iter().map(|pack| pack.id.clone()));
    let name = |id: &String| country_name(Some(id), view.desktop);
    let country = kit::choice(ui, kit::Field::new("country", tr!("Country")), now, all, name);
    country.into_iter().for_each(|country| choose(LocaleChoice { country: Some(country), ..view.locale.clone() }));
}

/// The currency, asked for as long as nobody has said.
pub(super) fn currency_asked_ui(ui: &mut Ui, chosen: &LocaleChoice, choose: &mut impl FnMut(LocaleChoice)) {
    let now = chosen.currency_in(locale::current().pack);
    let field = kit::Field::new("currency of new plans", tr!("Currency"));
    let currency = kit::choice(ui, field, &now, currencies(Some(now)), |currency| coded(*currency));
    currency.into_iter().for_each(|currency| choose(LocaleChoice { currency: Some(currency), ..chosen.clone() }));
}

/// A currency by its code and name.
fn coded(currency: Currency) -> String {
    format!("{} · {}", currency.code(), wording::currency_name(&currency))
}

/// The currency of new plans.
pub(super) fn currency_ui(ui: &mut Ui, chosen: &LocaleChoice, choose: &mut impl FnMut(LocaleChoice)) {
    let all = std::iter::once(None).chain(currencies(chosen.currency).map(Some));
    let name = |currency: &Option<Currency>| {
        let of_country = LocaleChoice::default().currency_in(locale::current().pack);
        let shown = currency.unwrap_or(of_country);
        let text = coded(shown);
        if currency.is_some() { text } else { tr!("As the country: {name}", name = text) }
    };
    let field = kit::Field::new("currency of new plans", tr!("Currency of new plans"));
    let currency = kit::choice(ui, field, &chosen.currency, all, name);
    currency.into_iter().for_each(|currency| choose(LocaleChoice { currency, ..chosen.clone() }));
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
