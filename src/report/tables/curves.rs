//! Results and spend day by day.

use super::in_english;
use crate::estimate::{Estimate, OptionEstimate, STAYS_YEARS};
use crate::locale::tr;
use crate::report::grid::{Cell, Grid};
use crate::report::{AskedDays, PlanResults};
use crate::units::{Day, Money};
use crate::wording;

const HEADINGS: &str = "mark,option,date,day,typical,clinics_10,clinics_90,people_10,people_90,people_over_25,untreated,\
    net_typical,net_clinics_10,net_clinics_90,net_people_10,net_people_90,spend_low,spend_typical,spend_high,extrapolated";

/// Of an option that is stopped on the day: what stays after one year and after two, and what is paid and not had.
const STOPPED: &str = "stopped_1_year_typical,stopped_1_year_clinics_10,stopped_1_year_clinics_90,stopped_1_year_people_10,\
    stopped_1_year_people_90,stopped_2_years_typical,stopped_2_years_clinics_10,stopped_2_years_clinics_90,\
    stopped_2_years_people_10,stopped_2_years_people_90,prepaid_sessions,prepaid_worth";

/// The curves of all options on these days, one day a row.
pub fn curves(worked: &PlanResults<'_>, days: &[Day]) -> Grid {
    let estimate = worked.estimate;
    let rows = estimate.options.iter().flat_map(|option| days.iter().map(|day| row(estimate, option, *day)));
    in_english(|| Grid { headings: HEADINGS.split(',').map(str::to_owned).collect(), rows: rows.collect() })
}

fn row(estimate: &Estimate, option: &OptionEstimate, day: Day) -> Vec<Cell> {
    let point = option.point(day);
    let result = point.result;
    let mut cells = which(estimate, day);
    cells.splice(0..0, [Cell::mark(option.mark), Cell::text(wording::option_name(option))]);
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    cells.extend(Cell::outlook(result.map(|result| result.improvement)));
    cells.push(number(result.and_then(|result| result.people_over_25)));
    cells.push(number(result.map(|result| result.untreated)));
    cells.extend(Cell::outlook(result.map(|result| result.net())));
    cells.extend(Cell::spread(point.spend, estimate.currency));
    cells.push(result.map_or(Cell::Empty, |result| Cell::text(if result.extrapolated { "yes" } else { "no" })));
    cells
}

fn which(estimate: &Estimate, day: Day) -> Vec<Cell> {
    vec![Cell::Date(estimate.date(day)), Cell::Count(day.into())]
}

/// The same on days that somebody asks for, with what there is of an option that is stopped on each of them.
pub fn asked_days(worked: &PlanResults<'_>, asked: &AskedDays<'_>) -> Grid {
    let Grid { mut headings, rows } = curves(worked, asked.days);
    headings.extend(STOPPED.split(',').map(str::to_owned));
    let stops = asked.stops.iter().flatten();
    let rows = rows.into_iter().zip(stops).map(|(row, stop)| {
        let stays = |years: u32| stop.stays.iter().find(|stays| stays.years == years).map(|stays| stays.improvement);
        let left: i64 = stop.prepaid.iter().map(|prepaid| i64::from(prepaid.sessions)).sum();
        let worth = stop.prepaid.iter().fold(Money::ZERO, |sum, prepaid| sum + prepaid.worth.typical);
        let stays = STAYS_YEARS[1..].iter().flat_map(|years| Cell::outlook(stays(*years)));
        let prepaid = [Cell::Count(left), Cell::Money(worth, worked.estimate.currency)];
        row.into_iter().chain(stays).chain(prepaid).collect()
    });
    Grid { headings, rows: rows.collect() }
}

/// What the charts show, one day a row, to paste: for each option the money spent so far and, where a result is
/// projected, the change against the first day.
pub fn charts_to_paste(worked: &PlanResults<'_>, days: &[Day]) -> Grid {
    let estimate = worked.estimate;
    let titles = estimate.options.iter().flat_map(|option| titles(estimate, option));
    let rows = days.iter().map(|day| {
        let points = estimate.options.iter().map(|option| option.point(*day));
        let cells = points.flat_map(|point| {
            let net = point.result.map(|result| Cell::outlook(Some(result.net())));
            Cell::spread(point.spend, estimate.currency).into_iter().chain(net.into_iter().flatten())
        });
        which(estimate, *day).into_iter().chain(cells).collect()
    });
    let headings = [tr!("Date"), tr!("Day")].map(str::to_owned).into_iter().chain(titles);
    Grid { headings: headings.collect(), rows: rows.collect() }
}

fn titles(estimate: &Estimate, option: &OptionEstimate) -> impl Iterator<Item = String> {
    let (title, currency) = (wording::option_title(option), estimate.currency);
    let spent = [
        tr!("{title}, spent, low ({currency})", title, currency),
        tr!("{title}, spent, typical ({currency})", title, currency),
        tr!("{title}, spent, high ({currency})", title, currency),
    ];
    let net = [
        tr!("{title}, against today, typical", title),
        tr!("{title}, against today, clinics, low", title),
        tr!("{title}, against today, clinics, high", title),
        tr!("{title}, against today, people, low", title),
        tr!("{title}, against today, people, high", title),
    ];
    spent.into_iter().chain(option.projection.is_some().then_some(net).into_iter().flatten())
}
