//! What is taken off a plan once: an amount off the whole, and a consultation fee that is taken off the treatment. It is taken
//! off what is paid first, so that two lines together pay less than the two would by themselves, or more.

use crate::catalog::TreatmentId;
use crate::ledger::{Entry, Heading, Ledger, tax_on_top};
use crate::plan::Plan;
use crate::units::{Day, Discount, Money, Tax};

/// Something that is paid, before anything is taken off the whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Payment {
    day: Day,
    /// Its price without the tax that comes on top.
    price: Money,
    tax: Tax,
    /// In which stretch of the budget it is.
    stretch: usize,
}

/// What is taken off once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Once(Money);

/// What is taken off the payments of a plan, tax and all.
pub(super) struct Taken {
    /// In all.
    pub(super) total: i64,
    /// In each stretch of the budget.
    pub(super) stretches: Vec<i64>,
}

impl Once {
    /// What a plan takes off once, and the same plan without that.
    pub(super) fn of(plan: &Plan) -> (Self, Plan) {
        let amount = match plan.discount {
            Discount::Amount(amount) => amount,
            Discount::Percent(_) => Money::ZERO,
        };
        let fee = if plan.fee_credited { plan.consultation_fee } else { Money::ZERO };
        let discount = if amount > Money::ZERO { Discount::default() } else { plan.discount };
        (Self(amount + fee), Plan { discount, fee_credited: false, ..plan.clone() })
    }

    /// No plan pays less by more than this: at most as much is taken off again in tax, and of each payment a minor unit more
    /// where that is rounded.
    pub(super) fn most(self) -> i64 {
        3 * self.0.minor()
    }

    /// The first payments of a ledger, as far as anything may be taken off them; `bounds` are those of the budget's stretches.
    pub(super) fn payments(self, ledger: &Ledger, bounds: &[Day]) -> Vec<Payment> {
        let mut left = self.0;
        let paid = ledger.entries.iter().filter(|entry| entry.heading != Heading::Consultation);
        let paid = paid.take_while(|entry| {
            let is_needed = left > Money::ZERO;
            left = (left - price(entry)).max(Money::ZERO);
            is_needed
        });
        let payment = |entry: &Entry| Payment {
            day: entry.day,
            price: price(entry),
            tax: entry.taxed,
            stretch: bounds.partition_point(|first| *first <= entry.day).saturating_sub(1),
        };
        paid.map(payment).collect()
    }

    /// What is taken off the payments of lines, each with its treatment; nothing at once where nothing is.
    pub(super) fn taken(self, of: &[(&TreatmentId, &[Payment])], stretches: usize) -> Taken {
        let mut taken = Taken { total: 0, stretches: vec![0; stretches] };
        if self.0 == Money::ZERO {
            return taken;
        }
        let mut left = self.0;
        let mut all: Vec<(&TreatmentId, &Payment)> =
            of.iter().flat_map(|(id, payments)| payments.iter().map(move |payment| (*id, payment))).collect();
        // On one day by treatment, as sessions are dated.
        all.sort_by(|one, other| order(one).cmp(&order(other)));
        for (_, payment) in all {
            let off = left.min(payment.price);
            left = left - off;
            let amount = |price: Money| (price + tax_on_top(price, payment.tax)).minor();
            let less = amount(payment.price) - amount(payment.price - off);
            taken.total += less;
            if let Some(stretch) = taken.stretches.get_mut(payment.stretch) {
                *stretch += less;
            }
        }
        taken
    }
}

fn order<'a>((id, payment): &(&'a TreatmentId, &Payment)) -> impl Ord + use<'a> {
    (payment.day, *id)
}

fn price(entry: &Entry) -> Money {
    entry.amount.typical - entry.tax_on_top().typical
}
