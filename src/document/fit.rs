//! Whatever is in the window can be saved and opened again.

use super::draft::Draft;
use super::field::{Fields, Kind};
use super::limits;
use super::parts::{LineTax, PackageDraft, PriceDraft, SpreadText};
use super::place::Place;
use super::value::Value;

impl Draft {
    /// Makes every text and list fit the document's limits, so that whatever is in the window can be saved and opened
    /// again: too long a text is cut, control characters go, and what is one too many goes.
    pub fn fit(&mut self) {
        fit_fields(self);
        self.options.truncate(*limits::OPTIONS.end());
        for option in &mut self.options {
            fit_fields(option);
            option.lines.truncate(limits::LINES);
            option.lines.iter_mut().for_each(fit_fields);
        }
        self.fit_unread();
    }

    pub(super) fn fitted(mut self) -> Self {
        self.fit();
        self
    }

    /// Forgets what was typed where no day and no number stands any more.
    fn fit_unread(&mut self) {
        let mut unread = std::mem::take(&mut self.unread);
        unread.retain(|place, _| self.takes_number(*place));
        unread.values_mut().for_each(|text| fit_line(text, limits::AMOUNT));
        self.unread = unread;
    }

    fn takes_number(&self, place: Place) -> bool {
        self.at(place).is_some_and(|value| place.about().is_some_and(|about| about.takes_number(&value)))
    }
}

fn fit_fields<T: Fields>(of: &mut T) {
    for row in T::ROWS.iter().filter(|row| row.about.kind.is_text() || row.about.kind == Kind::Parts) {
        let mut value = row.value(of);
        match &mut value {
            Value::Text(text) => match row.about.kind {
                Kind::Line(most) => fit_line(text, most),
                Kind::Lines(most) => fit_lines(text, most),
                _ => fit_line(text, limits::AMOUNT),
            },
            Value::Price(price) => fit_price(price),
            Value::Package(package) => fit_package(package),
            Value::Tax(LineTax::Own { percent, .. }) => fit_line(percent, limits::AMOUNT),
            Value::AddOns(add_ons) => {
                add_ons.truncate(limits::ADD_ONS);
                for add_on in add_ons {
                    fit_line(&mut add_on.name, limits::NAME);
                    fit_price(&mut add_on.price);
                    fit_package(&mut add_on.package);
                }
            }
            Value::Occasions(occasions) => {
                occasions.truncate(limits::OCCASIONS);
                occasions.iter_mut().for_each(|occasion| fit_line(&mut occasion.name, limits::NAME));
            }
            Value::Treatments(treatments) => treatments.truncate(limits::LINES),
            Value::Further(further) => further.truncate(limits::FURTHER),
            Value::Checklist(checks) => checks.truncate(limits::CHECKS),
            Value::TimeOff(all) => {
                all.truncate(limits::TIME_OFF);
                all.iter_mut().for_each(|one| fit_line(&mut one.name, limits::NAME));
            }
            _ => continue,
        }
        (row.set)(of, value);
    }
}

fn fit_price(price: &mut PriceDraft) {
    if let PriceDraft::Own(text) = price {
        fit_amounts(text);
    }
}

fn fit_amounts(text: &mut SpreadText) {
    for amount in [&mut text.low, &mut text.typical, &mut text.high] {
        fit_line(amount, limits::AMOUNT);
    }
}

fn fit_package(package: &mut PackageDraft) {
    if let PackageDraft::Catalogue { sessions } | PackageDraft::Own { sessions, .. } = package {
        *sessions = (*sessions).clamp(*limits::PACKAGE.start(), *limits::PACKAGE.end());
    }
    if let PackageDraft::Own { price, .. } = package {
        fit_amounts(price);
    }
}

/// A break between lines or columns parts words, and so is a space on one line.
fn fit_line(text: &mut String, most: usize) {
    *text = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect();
    text.retain(|c| !c.is_control());
    cut(text, most);
}

fn fit_lines(text: &mut String, most: usize) {
    text.retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    cut(text, most);
}

fn cut(text: &mut String, most: usize) {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
}
