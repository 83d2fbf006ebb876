//! Results and spend day by day.

use super::in_english;
use crate::catalog::ConcernId;
use crate::estimate::{Estimate, OptionEstimate, Refund, STAYS_YEARS, Stop};
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::report::grid::{Cell, Grid};
use crate::report::{AskedDays, PlanResults};
use crate::units::{Day, Money};
use crate::wording;

const HEADINGS: &str = "mark,option,date,day,typical,clinics_10,clinics_90,people_10,people_90,people_over_25,untreated,\
    net_typical,net_clinics_10,net_clinics_90,net_people_10,net_people_90,spend_low,spend_typical,spend_high,extrapolated,\
    concern";

/// Of an option that is stopped on the day: what stays after one year and after two, what is paid and not had (sessions of treatments,
/// and what these and add-ons to them are worth), what of that is paid back, and what is owed all the same.
const STOPPED: &str = "stopped_1_year_typical,stopped_1_year_clinics_10,stopped_1_year_clinics_90,stopped_1_year_people_10,\
    stopped_1_year_people_90,stopped_2_years_typical,stopped_2_years_clinics_10,stopped_2_years_clinics_90,\
    stopped_2_years_people_10,stopped_2_years_people_90,prepaid_sessions,prepaid_worth,prepaid_paid_back,owed";

/// The curves of all options on these days, one day a row, for the concern in front and then for each further one.
pub fn curves(worked: &PlanResults<'_>, days: &[Day]) -> Grid {
    let further = worked.further.iter().map(|further| (&further.plan.concern, &further.estimate));
    of_concerns(std::iter::once((&worked.plan.concern, worked.estimate)).chain(further), days)
}

fn of_concerns<'a>(concerns: impl Iterator<Item = (&'a ConcernId, &'a Estimate)>, days: &[Day]) -> Grid {
    let of_concern = |(concern, estimate): (&ConcernId, &'a Estimate)| {
        let concern = Cell::text(concern.as_str());
        let of_option = |option| days.iter().map(move |day| row(estimate, option, *day));
        let rows = estimate.options.iter().flat_map(of_option);
        rows.map(|row| row.into_iter().chain([concern.clone()]).collect()).collect::<Vec<_>>()
    };
    in_english(|| Grid {
        headings: HEADINGS.split(',').map(str::to_owned).collect(),
        rows: concerns.flat_map(of_concern).collect(),
    })
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

/// The same on days that somebody asks for, for the concern in front alone, with what there is of an option that is stopped on each
/// of them.
pub fn asked_days(worked: &PlanResults<'_>, asked: &AskedDays<'_>) -> Grid {
    let front = std::iter::once((&worked.plan.concern, worked.estimate));
    let Grid { mut headings, rows } = of_concerns(front, asked.days);
    headings.extend(STOPPED.split(',').map(str::to_owned));
    let stops = asked.stops.iter().enumerate();
    let stops = stops.flat_map(|(position, stops)| stops.iter().map(move |stop| (worked.typed(position), stop)));
    let money = |amount| Cell::Money(amount, worked.estimate.currency);
    let rows = rows.into_iter().zip(stops).map(|(row, (typed, stop))| {
        let stays = |years: u32| stop.stays.iter().find(|stays| stays.years == years).map(|stays| stays.improvement);
        let of_sessions = stop.prepaid.iter().filter(|prepaid| prepaid.add_on.is_none());
        let left: i64 = of_sessions.map(|prepaid| i64::from(prepaid.sessions)).sum();
        let worths: Option<Vec<Money>> = stop.prepaid.iter().map(|prepaid| Some(prepaid.worth?.typical)).collect();
        let worth = worths.map(|worths| worths.into_iter().fold(Money::ZERO, |sum, worth| sum + worth));
        let stays = STAYS_YEARS[1..].iter().flat_map(|years| Cell::outlook(stays(*years)));
        let back = paid_back(stop, typed).map_or(Cell::Empty, money);
        let prepaid = [Cell::Count(left), worth.map_or(Cell::Empty, money), back, money(stop.owed.typical)];
        row.into_iter().chain(stays).chain(prepaid).collect()
    });
    Grid { headings, rows: rows.collect() }
}

/// What is typically paid back of what is paid and not had; none where nothing is said of it, or an amount is not known.
fn paid_back(stop: &Stop, typed: Option<&TreatmentOption>) -> Option<Money> {
    let refunds: Vec<Refund> = stop.prepaid.iter().filter_map(|prepaid| prepaid.refund(typed?)).collect();
    let amounts: Option<Vec<Money>> = refunds.iter().map(|refund| Some(refund.amount?.typical)).collect();
    let known = amounts.filter(|amounts| !amounts.is_empty())?;
    Some(known.into_iter().fold(Money::ZERO, |sum, amount| sum + amount))
}

/// What the charts show, one day a row, to paste: for each option the money spent so far and, where a result is
/// projected, the change against the first day, for each of the plan's concerns.
pub fn charts_to_paste(worked: &PlanResults<'_>, days: &[Day]) -> Grid {
    let estimate = worked.estimate;
    let concerns = Concerns::of(worked);
    let positions = || 0..estimate.options.len();
    let titles = positions().flat_map(|at| concerns.titles(at));
    let rows = days.iter().map(|day| {
        let cells = positions().flat_map(|at| concerns.cells(at, *day));
        which(estimate, *day).into_iter().chain(cells).collect()
    });
    let headings = [tr!("Date"), tr!("Day")].map(str::to_owned).into_iter().chain(titles);
    Grid { headings: headings.collect(), rows: rows.collect() }
}

/// The estimates of a plan for each of its concerns, with their names where there are several.
struct Concerns<'a>(Vec<(Option<&'a str>, &'a Estimate)>);

impl<'a> Concerns<'a> {
    fn of(worked: &PlanResults<'a>) -> Self {
        let name = |concern| (!worked.further.is_empty()).then(|| wording::concern_name(worked.catalog, concern));
        let front = (name(&worked.plan.concern), worked.estimate);
        let further = worked.further.iter().map(|one| (name(&one.plan.concern), &one.estimate));
        Self(std::iter::once(front).chain(further).collect())
    }

    /// What was spent, which is the same for all, and the result for each.
    fn cells(&self, at: usize, day: Day) -> Vec<Cell> {
        let (_, front) = self.0[0];
        let mut cells = Cell::spread(front.options[at].point(day).spend, front.currency).to_vec();
        let results = self.0.iter().filter_map(|(_, estimate)| estimate.options[at].point(day).result);
        cells.extend(results.flat_map(|result| Cell::outlook(Some(result.net()))));
        cells
    }

    fn titles(&self, at: usize) -> Vec<String> {
        let (_, front) = self.0[0];
        let (title, currency) = (wording::option_title(&front.options[at]), front.currency);
        let mut titles = vec![
            tr!("{title}, spent, low ({currency})", title, currency),
            tr!("{title}, spent, typical ({currency})", title, currency),
            tr!("{title}, spent, high ({currency})", title, currency),
        ];
        for (concern, estimate) in &self.0 {
            let title = concern.map_or_else(|| title.clone(), |concern| format!("{title}, {concern}"));
            titles.extend(estimate.options[at].projection.is_some().then(|| net_titles(&title)).into_iter().flatten());
        }
        titles
    }
}

fn net_titles(title: &str) -> [String; 5] {
    [
        tr!("{title}, against today, typical", title),
        tr!("{title}, against today, clinics, low", title),
        tr!("{title}, against today, clinics, high", title),
        tr!("{title}, against today, people, low", title),
        tr!("{title}, against today, people, high", title),
    ]
}
