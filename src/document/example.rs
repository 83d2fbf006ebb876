//! Plans made from the catalogue's defaults: the worked example of a concern, and new options and lines.

use super::{
    AddOnDraft, DepositDraft, Draft, LineDraft, Mark, OptionDraft, OptionId, PackageDraft, PlanId, PriceDraft, Profile,
    SpreadText, StrongSun, limits,
};
use crate::catalog::{
    Catalog, Concern, ConcernId, CoursePreset, Defaults, Example, Price, SuitLevel, Template, Treatment,
};
use crate::text::Text;
use crate::units::{BudgetPeriod, Currency, Date, Money, Percent, TaxMode};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// What a country expects of a new plan.
#[derive(Clone, Debug)]
pub struct LocalDefaults {
    /// Its currency.
    pub currency: Currency,
    /// The usual tax on treatments in percent, as typed; none if there is none.
    pub tax: Option<String>,
    /// Whether prices are usually named with tax.
    pub tax_mode: TaxMode,
}

impl Draft {
    /// The worked example of a concern, starting on `start`: five years, US dollars, the catalogue's own defaults. Its id is
    /// that of every example.
    pub fn example(catalog: &Catalog, concern: &Concern, start: Date) -> Self {
        let empty = Self::empty(concern.id.clone(), start);
        let options = Mark::all().zip(&concern.example);
        let options =
            options.map(|(mark, example)| OptionDraft::example(catalog, concern, &empty.profile, mark, example));
        let mut plan = Self { options: options.collect(), ..empty };
        plan.identify(0);
        plan
    }

    /// A plan as a clinic begins with it: the worked example of a concern, or for a client three options of different
    /// treatments; in the currency and with the tax of its country, whether or not what is in it has a price in that
    /// currency, and with the clinic's own defaults.
    pub fn beginning(
        id: PlanId,
        catalog: &Catalog,
        (concern, client): (&Concern, Option<&Profile>),
        start: Date,
        local: LocalDefaults,
    ) -> Self {
        let mut plan = Self { id, currency: local.currency, ..Self::example(catalog, concern, start) };
        if let Some(profile) = client {
            plan.profile = profile.clone();
            plan.options = OptionDraft::three(catalog, concern, profile);
            plan.identify(0);
        }
        if let Some(tax) = local.tax {
            (plan.tax, plan.tax_mode) = (tax, local.tax_mode);
        }
        plan.with_defaults(&catalog.defaults)
    }

    /// The plan with the clinic's defaults, where there are some: tax and whether prices include it, the discount of every
    /// line, and that of the whole plan, the consultation fee and what becomes of it, the deposit.
    #[must_use]
    pub fn with_defaults(mut self, defaults: &Defaults) -> Self {
        let typed = |percent: Option<Percent>| percent.map(|percent| percent.to_string()).unwrap_or_default();
        if defaults.tax.is_some() {
            (self.tax, self.tax_mode) = (typed(defaults.tax), defaults.tax_mode.unwrap_or_default());
        }
        let mut fees = defaults.consultation_fees.iter();
        if let Some((currency, fee)) = fees.find(|(currency, _)| *currency == self.currency) {
            self.consultation_fee = fee.to_plain(*currency);
        }
        self.fee_credited = defaults.fee_credited.unwrap_or(self.fee_credited);
        if let Some(deposit) = defaults.deposit {
            self.deposit = DepositDraft::Percent(deposit.to_string().trim_end_matches('%').to_owned());
        }
        self.discount = typed(defaults.plan_discount);
        for line in self.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.discount = typed(defaults.discount);
        }
        self
    }

    /// A plan for this concern without any option: five years, US dollars.
    pub fn empty(concern: ConcernId, start: Date) -> Self {
        Self {
            id: PlanId::EXAMPLE,
            reference: String::new(),
            concern,
            further: Vec::new(),
            profile: Profile::default(),
            start,
            currency: Currency::USD,
            horizon_years: 5,
            consultation_fee: String::new(),
            fee_credited: false,
            tax: String::new(),
            tax_mode: TaxMode::OnTop,
            discount: String::new(),
            price_growth: String::new(),
            deposit: DepositDraft::None,
            credit: None,
            target: None,
            worth: String::new(),
            budget: String::new(),
            budget_period: BudgetPeriod::Plan,
            occasions: Vec::new(),
            checklist: Vec::new(),
            time_off: Vec::new(),
            strong_sun: StrongSun::Unminded,
            notes: String::new(),
            options: Vec::new(),
            unread: BTreeMap::new(),
        }
    }
}

impl Draft {
    /// The same options with the usual courses and upkeep of the first concern, where a line is for that; first days, prices, discounts and
    /// extras stay.
    pub fn with_usual_courses(&self, catalog: &Catalog) -> Vec<OptionDraft> {
        let Some(concern) = catalog.concern(&self.concern) else { return self.options.clone() };
        let mut options = self.options.clone();
        for line in options.iter_mut().flat_map(|option| &mut option.lines) {
            if let Some(treatment) = catalog.treatment(&line.treatment).filter(|_| line.concern.is_none()) {
                let usual = LineDraft::usual(catalog, concern, &self.profile, treatment);
                (line.sessions, line.spacing_days, line.upkeep) = (usual.sessions, usual.spacing_days, usual.upkeep);
                (line.fewest, line.most) = (None, None);
            }
        }
        options
    }
}

impl Draft {
    /// The same options, in which every price that the catalogue has not in the plan's currency keeps its figures in
    /// another one as the clinic's own. Nothing is converted.
    pub fn with_own_prices(&self, catalog: &Catalog, from: Currency) -> Vec<OptionDraft> {
        let keep = |price: &mut PriceDraft, before: Option<&Price>, now: Option<&Price>| {
            if *price == PriceDraft::Catalogue
                && now.is_none()
                && let Some(known) = before
            {
                *price = PriceDraft::Own(SpreadText::from_money(known.amount, from));
            }
        };
        let mut options = self.options.clone();
        for line in options.iter_mut().flat_map(|option| &mut option.lines) {
            let Some(treatment) = catalog.treatment(&line.treatment) else { continue };
            let [before, now] = [from, self.currency].map(|currency| catalog.rates(treatment, &line.area, currency));
            keep(&mut line.price, before.price, now.price);
            line.package.keep_figures([&before.packages, &now.packages], from);
            for add_on in &mut line.add_ons {
                if let Some(known) = add_on.add_on.as_ref().and_then(|id| catalog.add_on(id)) {
                    let [before, now] = [from, self.currency].map(|currency| known.price_in(currency));
                    keep(&mut add_on.price, before, now);
                    let [before, now] = [from, self.currency].map(|currency| known.packages_in(currency));
                    add_on.package.keep_figures([&before, &now], from);
                }
            }
        }
        options
    }
}

impl OptionDraft {
    /// What a further option for this concern and client can start from: the clinic's own templates and the mixes of the worked
    /// example, then each treatment that is usual for the concern in its usual course.
    pub fn templates(catalog: &Catalog, concern: &Concern, profile: &Profile) -> Vec<Self> {
        let Some(mark) = Mark::all().next() else { return Vec::new() };
        let own = catalog.templates.iter().filter(|own| own.is_for(&concern.id));
        let mixes = own
            .map(|own| &own.option)
            .chain(&concern.example)
            .map(|mix| Self::example(catalog, concern, profile, mark, mix));
        let mut templates: Vec<Self> = mixes.collect();
        let usual = |treatment: &&Treatment| {
            treatment.suits.iter().any(|suit| suit.concern == concern.id && suit.level == SuitLevel::Usual)
        };
        for treatment in catalog.treatments.iter().filter(usual) {
            let lines = vec![LineDraft::usual(catalog, concern, profile, treatment)];
            if templates.iter().all(|template| template.lines != lines) {
                let name = treatment.name.written().to_owned();
                templates.push(Self { id: OptionId::NEW, mark, name, hidden: false, lines, membership: None });
            }
        }
        templates
    }

    /// What a template of the clinic's own keeps of it, for this concern: its name and its treatments. How it is paid, also as a member,
    /// is left to the plan.
    pub fn as_template(&self, concern: &ConcernId) -> Template {
        let lines = self.lines.iter().map(LineDraft::as_template).collect();
        Template { concern: Some(concern.clone()), option: Example { name: Text::own(self.name.trim()), lines } }
    }

    /// Whether something is given in it that no template keeps: an add-on or a package that only the plan has, or that an add-on is
    /// sold in.
    pub fn has_what_no_template_keeps(&self) -> bool {
        self.lines.iter().any(|line| {
            let is_plans = |one: &AddOnDraft| one.add_on.is_none() || one.package != PackageDraft::None;
            matches!(line.package, PackageDraft::Own { .. }) || line.add_ons.iter().any(is_plans)
        })
    }

    /// Three of the templates to begin with, as far as there are so many: of different treatments first.
    fn three(catalog: &Catalog, concern: &Concern, profile: &Profile) -> Vec<Self> {
        let treatments =
            |option: &Self| -> BTreeSet<_> { option.lines.iter().map(|line| line.treatment.clone()).collect() };
        let (mut three, mut alike) = (Vec::<Self>::new(), Vec::<Self>::new());
        for template in Self::templates(catalog, concern, profile) {
            let is_alike = |other: &Self| treatments(other) == treatments(&template);
            if !three.iter().any(is_alike) {
                three.push(template);
            } else if three.iter().chain(&alike).all(|other| other.name != template.name) {
                alike.push(template);
            }
        }
        let marked = Mark::all().zip(three.into_iter().chain(alike)).take(3);
        marked.map(|(mark, option)| Self { mark, ..option }).collect()
    }

    fn example(catalog: &Catalog, concern: &Concern, profile: &Profile, mark: Mark, example: &Example) -> Self {
        let lines = example.lines.iter().filter_map(|line| {
            let treatment = catalog.treatment(&line.treatment)?;
            Some(LineDraft::usual(catalog, concern, profile, treatment).adapted(line).taken(catalog, treatment))
        });
        let name = example.name.written().to_owned();
        Self { id: OptionId::NEW, mark, name, hidden: false, lines: lines.collect(), membership: None }
    }
}

impl PackageDraft {
    /// A package of the clinic's own for as much as its sessions cost singly: the price to start from. It covers the
    /// whole course, as far as a package may.
    pub fn of_singles(sessions: u32, price: &PriceDraft, listed: Option<&Price>, currency: Currency) -> Self {
        let sessions = sessions.clamp(*limits::PACKAGE.start(), *limits::PACKAGE.end());
        let single = match price {
            PriceDraft::Own(text) => text.clone().map(|text| Money::parse(&text, currency).ok()),
            PriceDraft::Catalogue => listed.map(|price| price.amount.map(Some)).unwrap_or_default(),
        };
        let times = |price: Money| Money::from_minor(price.minor() * i64::from(sessions)).min(Money::MAX);
        let price = single.map(|price| price.map(|price| times(price).to_plain(currency)).unwrap_or_default());
        Self::Own { sessions, price }
    }
}

impl Treatment {
    /// The first usual course that fits the concern and the client's severity.
    pub fn course_for(&self, concern: &Concern, profile: &Profile) -> Option<&CoursePreset> {
        let fits_concern = |preset: &&CoursePreset| preset.concerns.is_empty() || preset.concerns.contains(&concern.id);
        let fits_severity =
            |preset: &&CoursePreset| preset.severity.is_none_or(|severity| severity == profile.severity);
        self.courses.iter().filter(fits_concern).find(fits_severity)
    }
}
