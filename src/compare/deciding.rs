//! What speaks for each option, once results have been drawn.

use super::value::Beaten;
use crate::catalog::Basis;
use crate::decide::{Alternatives, Chances, Standing};
use crate::estimate::{Estimate, OptionEstimate};
use crate::units::{Currency, Money};

/// The options of an estimate as a choice, doing nothing among them: by what each costs at typical prices and by the
/// improvement-years of one person in each draw. Positions are those of the estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Deciding {
    alternatives: Alternatives,
    /// How often each option is the best one, over all that a result may be worth.
    pub chances: Chances,
    /// How each option stands among the others on average.
    pub standings: Vec<Standing>,
    /// What one year of full improvement is worth, and then how often each option is the best and what it costs to be wrong,
    /// in whole units of the currency.
    worth: Option<(Money, Vec<f64>, Vec<Money>)>,
}

impl Deciding {
    /// None as long as not all options have been drawn as often.
    pub(super) fn of(estimate: &Estimate) -> Option<Self> {
        if estimate.unpriced {
            return None;
        }
        let draws = estimate.options.iter().find_map(years)?.len();
        let nothing = vec![0.0; draws];
        let options = estimate.options.iter().map(|option| {
            // Doing nothing need not be drawn.
            let years = years(option).or(option.mark.is_none().then_some(&nothing))?;
            Some((option.ledger.total.typical, &years[..]))
        });
        let options: Option<Vec<_>> = options.collect();
        let alternatives = Alternatives::of(options?)?;
        let chances = alternatives.chances();
        let losses = |worth| alternatives.expected_losses(worth).into_iter().map(|loss| whole(loss, estimate.currency));
        let worth = estimate.worth.map(|worth| (worth, chances.at(worth), losses(worth).collect()));
        Some(Self { standings: alternatives.standings(), chances, worth, alternatives })
    }

    /// What one year of full improvement is worth, if somebody said.
    pub fn worth(&self) -> Option<Money> {
        self.worth.as_ref().map(|(worth, ..)| *worth)
    }

    /// The share of draws in which the option at a position is the best one; none without a worth.
    pub fn chance_best(&self, at: usize) -> Option<f64> {
        self.worth.as_ref()?.1.get(at).copied()
    }

    /// What choosing the option at a position costs on average when another would have been better; none without a worth.
    pub fn expected_loss(&self, at: usize) -> Option<Money> {
        self.worth.as_ref()?.2.get(at).copied()
    }

    /// Up to which difference of costs the option at a position is the better buy than another on average: below this
    /// amount, to the minor unit. Without a worth the one that costs less is.
    pub fn gain(&self, at: usize, over: usize) -> Money {
        self.worth().map_or(Money::ZERO, |worth| self.alternatives.gain(worth, at, over))
    }

    /// Which option beats the one at a position.
    pub(super) fn beaten(&self, estimate: &Estimate, at: usize) -> Option<Beaten> {
        let found = self.alternatives.dominated(at)?;
        let [it, other] = [at, found.by].map(|at| &estimate.options[at]);
        let is_placeholder =
            |option: &OptionEstimate| option.ledger.entries.iter().any(|entry| entry.basis == Basis::Placeholder);
        // With dear prices of the one and low ones of the other it might cost more.
        let hangs_on_prices = other.ledger.total.high > it.ledger.total.low;
        let by_placeholder = hangs_on_prices && (is_placeholder(it) || is_placeholder(other));
        Some(Beaten { by: found.by, share: found.share, by_placeholder })
    }
}

/// In whole units of the currency: a mean of such a spread has no cents.
fn whole(loss: Money, currency: Currency) -> Money {
    let unit = 10_i64.pow(currency.decimals());
    Money::from_minor((loss.minor() + unit / 2) / unit * unit)
}

/// The improvement-years of one person in each draw.
fn years(option: &OptionEstimate) -> Option<&Vec<f32>> {
    Some(&option.projection.as_ref()?.simulation.as_ref()?.figures.years.people)
}
