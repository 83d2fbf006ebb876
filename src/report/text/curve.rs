//! The days somebody asks for.

use super::estimate::title;
use super::heading;
use super::table::{Side, Table};
use crate::estimate::Point;
use crate::report::Worked;
use crate::units::{Date, Day};
use crate::wording::{self, notices};

pub(super) fn write(text: &mut String, worked: &Worked<'_>, days: &[Day]) {
    let estimate = worked.estimate;
    heading(text, &title(worked));
    for option in &estimate.options {
        heading(text, &wording::option_title(option).replace(['\n', '\t'], " "));
        let mut table = Table::new(&[Side::Right, Side::Right, Side::Right, Side::Right, Side::Right, Side::Left]);
        table.row(["day", "date", "spent", "improvement", notices::BAND, "against today"]);
        for day in days {
            let spent = wording::money(option.ledger.spent(*day).typical, estimate.currency);
            table.row(cells(&option.point(*day), estimate.date(*day), spent));
        }
        text.push('\n');
        table.write(text);
    }
}

fn cells(point: &Point, date: Date, spent: String) -> [String; 6] {
    let nothing = || "–".to_owned();
    let [improvement, range, net] = match point.result {
        None => [nothing(), nothing(), nothing()],
        Some(result) => [
            wording::share(result.improvement.typical),
            wording::share_range(result.improvement),
            wording::share(result.net.typical) + if result.extrapolated { ", beyond the evidence" } else { "" },
        ],
    };
    [point.day.to_string(), wording::date(date), spent, improvement, range, net]
}
