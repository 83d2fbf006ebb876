//! The fit in words and figures, for people.

use super::findings::{Finding, factor, gains, of_clinics, spreads};
use super::left_out::{Foreseen, Foresight, Score, catalogued, left_out, score};
use super::numbers::Range;
use super::people::People;
use super::prp::Prp;
use super::trials::Trials;
use anyhow::Result;
use collagen_ledger::catalog::Catalog;
use std::fmt::Write;

/// The log-sd of a wide range set by hand, which the fit has to do no worse than.
pub(crate) const BY_HAND: f64 = 0.9;
/// The coverage wanted of ranges of 80 %.
pub(crate) const WANTED: [f64; 2] = [0.75, 0.90];

/// Fits and reports.
pub(crate) fn report() -> Result<String> {
    let catalog = Catalog::built_in();
    let (trials, people, prp) = (Trials::read(&catalog)?, People::read(&catalog)?, Prp::read(&catalog)?);
    let mut text = String::from(HEAD);
    let mut of_gains = gains(&trials);
    of_gains.push(factor(&catalog, &prp)?);
    table(&mut text, "Gain of one session, a", "one more clinic", &of_gains)?;
    let of_spreads = spreads(&catalog, &trials, &people, &prp);
    table(&mut text, "Spread, as log-sd", "one more trial", &of_spreads)?;
    text.push_str(SPREADS);
    rests_on(&mut text, of_gains.iter().chain(&of_spreads[1..2]))?;
    foreseen(&mut text, &trials)?;
    scores(&mut text, &trials, of_clinics(&catalog))?;
    apart(&mut text, &trials)?;
    Ok(text)
}

const HEAD: &str = "\
Centres and spreads from the trials in examples/fit

Every range holds with a chance of 80 %, its middle before it; the catalogue is held to the range of the fit.
Assumed: people differ by 20 points where a trial does not say; two scores of one skin differ by 5 points each; an
average read from bands may be off by 7 more; a follow-up not stated was 1, 2, 3 or 6 months, each as likely.
";

const SPREADS: &str = "\
Between clinics and between trials of PRP: of the normal distribution with the same range of 80 %. The catalogue parts
that between clinics evenly, 0.60 for the concern and 0.60 for each treatment: one trial alone has two treatments side by
side, which cannot tell how much they share.
";

fn table(text: &mut String, title: &str, next: &str, findings: &[Finding]) -> Result<()> {
    writeln!(text, "\n{title:<30} {:>6}  {:<20} {:>9}  {next}", "trials", "fit", "catalogue")?;
    for finding in findings {
        let Range { low, middle, high } = finding.fit;
        let fit = format!("{middle:.2} ({low:.2} to {high:.2})");
        let next = finding.next.map_or_else(String::new, |next| format!("{:.2} to {:.2}", next.low, next.high));
        let apart = if finding.fit.holds(finding.catalogue) { "" } else { "  OUTSIDE" };
        let Finding { what, trials, catalogue, .. } = finding;
        let line = format!("{what:<30} {:>6}  {fit:<20} {catalogue:>9.3}  {next}{apart}", trials.len());
        writeln!(text, "{}", line.trim_end())?;
    }
    Ok(())
}

fn rests_on<'f>(text: &mut String, mut findings: impl Iterator<Item = &'f Finding>) -> Result<()> {
    writeln!(text, "\nWhich trials")?;
    findings.try_for_each(|one| writeln!(text, "{:<30} {}", one.what, one.trials.join(", ")))?;
    Ok(())
}

fn foreseen(text: &mut String, trials: &Trials) -> Result<()> {
    writeln!(
        text,
        "\nEach trial foreseen by the others: mean improvement in percent, its own error of measuring included"
    )?;
    lines(text, &left_out(trials, &Foresight::Fit))
}

fn lines(text: &mut String, foreseen: &[Foreseen<'_>]) -> Result<()> {
    for one in foreseen {
        let Range { low, middle, high } = one.range;
        let place = if one.is_inside() { "inside" } else { "outside" };
        let (trial, treatment) = (&one.arm.trial, &one.arm.question.treatment);
        let range = format!("{middle:.0} ({low:.0} to {high:.0})");
        writeln!(text, "{trial:<20} {treatment:<15} foreseen {range:<14} measured {:>4.1}  {place}", one.measured)?;
    }
    Ok(())
}

fn scores(text: &mut String, trials: &Trials, clinics: f64) -> Result<()> {
    let around = |sd| score(&left_out(trials, &Foresight::Around(sd)));
    let rows = [
        ("trial left out: the fit".to_owned(), score(&left_out(trials, &Foresight::Fit))),
        (format!("trial left out: {BY_HAND:.2} set by hand"), around(BY_HAND)),
        (format!("trial left out: {clinics:.2} of the catalogue"), around(clinics)),
        (format!("nothing left out: the catalogue, {clinics:.2}"), score(&catalogued(trials, clinics))),
    ];
    writeln!(text, "\n{:<40} covered    bias  interval score", "Ranges of 80 % for clinics")?;
    for (what, Score { coverage, bias, interval }) in rows {
        writeln!(text, "{what:<40} {:>5.0} %  {bias:>+6.1}  {interval:>6.1}", 100.0 * coverage)?;
    }
    let [least, most] = WANTED.map(|share| 100.0 * share);
    writeln!(
        text,
        "Bias and score in points, less is better. Wanted of the fit: {least:.0} to {most:.0} %, and no less than by hand."
    )?;
    writeln!(
        text,
        "The fit knows how unsure a centre is that rests on the one or four trials left; the lines with one log-sd do not."
    )?;
    let factors = (0..=60_u32).map(|step| 1.0 + 0.05 * f64::from(step));
    let widened =
        factors.map(|factor| (factor, around(factor * clinics))).find(|(_, score)| score.coverage >= WANTED[0]);
    if let Some((factor, Score { coverage, interval, .. })) = widened {
        let coverage = 100.0 * coverage;
        writeln!(
            text,
            "With {clinics:.2} times {factor:.2} they would cover {coverage:.0} %, interval score {interval:.1}."
        )?;
    }
    Ok(())
}

/// What was kept apart, foreseen by the whole fit.
fn apart(text: &mut String, trials: &Trials) -> Result<()> {
    writeln!(text, "\nKept apart (why, says trials.csv), foreseen by all trials")?;
    let all = trials.without(None);
    for arm in &trials.held {
        if let Some(place) = trials.place(&arm.question) {
            let gain = all.next(place);
            let foreseen: Vec<Foreseen<'_>> = arm.looks.iter().map(|look| Foreseen::new(arm, look, &gain)).collect();
            lines(text, &foreseen)?;
        }
    }
    Ok(())
}
