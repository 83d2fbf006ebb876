//! What is issued keeps its ledger, whatever price list comes later.

use super::lists::price_list;
use super::{CATALOG, issued};
use crate::plans::plan;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{AddOnDraft, Draft, PackageDraft, PriceDraft, Upkeep, limits};
use collagen_ledger::evaluation::{Evaluation, ways};
use collagen_ledger::overlay::Subject;
use collagen_ledger::price_list::PriceList;
use proptest::prelude::*;

/// The plan on the list's prices, with packages and an add-on of the clinic's own where the list has them; few of its
/// prices are typed.
fn listed(mut draft: Draft, list: &PriceList) -> Draft {
    let own = list.labels().iter().find_map(|label| match &label.subject {
        Subject::OwnAddOn(id) => Some(id.clone()),
        _ => None,
    });
    let catalog = list.over(&CATALOG, draft.start);
    for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
        let treatment = catalog.treatment(&line.treatment).expect("a treatment");
        line.price = PriceDraft::Catalogue;
        // No interval of the clinic's own keeps the plan from being issued.
        (line.sessions, line.upkeep, line.package) = (1, Upkeep::None, PackageDraft::None);
        if let Some(package) = catalog.rates(treatment, &line.area, draft.currency).packages.first() {
            line.package = PackageDraft::Catalogue { sessions: package.sessions };
            (line.sessions, line.spacing_days) = (package.sessions, 365);
        }
        if let Some(own) = own.clone().filter(|_| treatment.at_clinic && line.add_ons.len() < limits::ADD_ONS) {
            line.add_ons.push(AddOnDraft::of_catalog(own));
        }
    }
    draft.identify(0);
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn an_issued_plan_keeps_its_ledger_whatever_list_comes_later(draft in plan(), now in price_list(), later in price_list()) {
        let catalog = now.over(&CATALOG, draft.start);
        let draft = listed(draft, &now);
        // An own add-on may have no price in the plan's currency; then there is nothing to issue.
        prop_assume!(draft.parse(&catalog).is_ok());
        let before = Evaluation::of(&draft, &catalog).expect("valid");
        let reopened = issued(&draft, &catalog);
        for other in [&later, &PriceList::default(), &now] {
            let after = reopened.record().catalog_in_force(other.over(&CATALOG, draft.start));
            let after = Evaluation::of(&reopened.draft, &after).expect("valid with any list");
            prop_assert_eq!(&after.plan, &before.plan);
            prop_assert_eq!(&after.estimate, &before.estimate);
            let at = draft.start;
            let in_force = reopened.record().catalog_in_force(other.over(&CATALOG, at));
            for (option, worked) in before.plan.options.iter().zip(&before.estimate.options) {
                let said = |catalog: &Catalog| ways(&before.plan, option, &worked.schedule, catalog);
                let of_all = |catalog: &Catalog| said(catalog).into_iter().filter(|way| way.kind.sold().is_none()).collect::<Vec<_>>();
                prop_assert_eq!(of_all(&in_force), of_all(&catalog), "what is offered to members");
            }
        }
        let snapshot = reopened.record().last().expect("an issue").snapshot.clone();
        prop_assert!(snapshot.since(&catalog).is_none(), "nothing has changed yet");
    }
}
