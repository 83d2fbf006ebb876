//! The days somebody asks for.

use super::estimate::title;
use super::table::{Align, Table, heading, sentence};
use crate::estimate::{Estimate, OptionEstimate, Point, Stop};
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::report::{AskedDays, PlanResults};
use crate::units::Date;
use crate::wording::{self, notices};

pub(super) fn write(text: &mut String, results: &PlanResults<'_>, asked: &AskedDays<'_>) {
    let estimate = results.estimate;
    heading(text, &title(results));
    for (position, option) in estimate.options.iter().enumerate() {
        heading(text, &wording::option_title(option).replace(['\n', '\t'], " "));
        // Of several concerns each table says which one it is for.
        let name = |concern| (!results.further.is_empty()).then(|| wording::concern_name(results.catalog, concern));
        curve(text, estimate, option, (asked, name(&results.plan.concern)));
        for further in results.further {
            let (estimate, concern) = (&further.estimate, name(&further.plan.concern));
            curve(text, estimate, &estimate.options[position], (asked, concern));
        }
        if let Some(typed) = results.typed(position) {
            asked.stops[position].iter().for_each(|stop| stopped(text, results, stop, typed));
        }
    }
}

/// The result on each of the days for a concern.
fn curve(
    text: &mut String,
    estimate: &Estimate,
    option: &OptionEstimate,
    (asked, concern): (&AskedDays<'_>, Option<&str>),
) {
    let mut table = Table::new(&[Align::Right, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left]);
    let (improvement, net) = (tr!(in "column", "improvement"), tr!(in "column", "against today"));
    let day = tr!(in "column", "day");
    table.row([day, tr!(in "column", "date"), tr!(in "column", "spent"), improvement, notices::clinics(), net]);
    for day in asked.days {
        let spent = wording::money(option.ledger.spent(*day).typical, estimate.currency);
        table.row(cells(&option.point(*day), estimate.date(*day), spent));
    }
    text.push('\n');
    if let Some(concern) = concern {
        sentence(text, 2, concern);
    }
    table.write(text);
}

/// What there is of an option that is stopped on a day.
fn stopped(text: &mut String, results: &PlanResults<'_>, stop: &Stop, option: &TreatmentOption) {
    let PlanResults { estimate, catalog, .. } = *results;
    let said = wording::stopped(stop, option, catalog, estimate.currency).join(". ");
    sentence(text, 2, &tr!("If it stops on {date}: {said}.", date = wording::date(estimate.date(stop.day)), said));
}

fn cells(point: &Point, date: Date, spent: String) -> [String; 6] {
    let nothing = || "–".to_owned();
    let [improvement, range, net] = match point.result {
        None => [nothing(), nothing(), nothing()],
        Some(result) => [
            wording::share(result.improvement.typical),
            wording::share_range(result.improvement.of_clinics()),
            net(wording::share(result.net().typical), result.extrapolated),
        ],
    };
    [point.day.to_string(), wording::date(date), spent, improvement, range, net]
}

/// A change, and whether studies reach that far.
fn net(share: String, extrapolated: bool) -> String {
    if extrapolated { tr!("{share}, beyond the evidence", share) } else { share }
}
