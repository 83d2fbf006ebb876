//! A sheet as it is handed out: by which clinic, under which number, with which blocks, in whose layout.

use super::{Logo, Paper};
use crate::catalog::ConcernId;
use crate::clinic::Clinic;
use crate::locale::tr;
use crate::record::{Record, Seal, Versions};
use crate::report::{BuiltIn, PlanResults, Typefaces};
use crate::units::Date;

/// Everything a sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The plan, worked out.
    pub plan: PlanResults<'a>,
    /// What it is printed on.
    pub paper: Paper,
    /// The day it is handed out.
    pub issued: Date,
    /// The program's version.
    pub version: &'a str,
}

impl<'a> Sheet<'a> {
    /// The same for each further concern of the plan.
    pub(super) fn further(self) -> impl Iterator<Item = Self> {
        self.plan.further.iter().map(move |one| Self { plan: PlanResults::of(one, self.plan.catalog), ..self })
    }

    /// The plan's first day, where that is past when it is handed out.
    pub(super) fn begun(self) -> Option<Date> {
        Some(self.plan.plan.start).filter(|start| *start < self.issued)
    }

    /// Whether a result is projected for the first concern.
    pub(super) fn is_projected(self) -> bool {
        self.plan.estimate.do_nothing().projection.is_some()
    }

    /// Whether a result is projected for any of the plan's concerns.
    pub(super) fn has_results(self) -> bool {
        self.is_projected() || self.further().any(Self::is_projected)
    }

    /// The concerns of the plan, the first one first.
    pub(super) fn concerns(self) -> impl Iterator<Item = &'a ConcernId> {
        std::iter::once(&self.plan.plan.concern).chain(self.plan.further.iter().map(|further| &further.plan.concern))
    }
}

/// A sheet with everything that belongs to handing it out.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// What the sheet says.
    pub sheet: Sheet<'a>,
    /// Who hands it out; none, or one that has set nothing up, leaves the letterhead away.
    pub clinic: Option<&'a Clinic>,
    /// The clinic's sign in the letterhead.
    pub logo: Option<&'a Logo>,
    /// Under which number, and how long it holds.
    pub issue: Issue<'a>,
    /// What is printed.
    pub audience: Audience,
    /// A clinic's own layout; none takes the built-in one.
    pub template: Option<Template<'a>>,
    /// Where to look for letters that the built-in typefaces lack.
    pub typefaces: &'a dyn Typefaces,
}

impl<'a> From<Sheet<'a>> for Handout<'a> {
    /// For the client, without a letterhead, in the built-in layout.
    fn from(sheet: Sheet<'a>) -> Self {
        Self {
            sheet,
            clinic: None,
            logo: None,
            issue: Issue::default(),
            audience: Audience::default(),
            template: None,
            typefaces: &BuiltIn,
        }
    }
}

impl Handout<'_> {
    /// The last day on which the sheet holds.
    pub fn valid_until(&self) -> Date {
        self.sheet.issued.saturating_add(jiff::Span::new().days(i64::from(self.issue.valid_days)))
    }
}

/// The marks by which one issue of a sheet is told from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue<'a> {
    /// The document's number; none derives it from the plan's content, its reference and the day of issue.
    pub number: Option<&'a str>,
    /// For how many days the sheet holds, from 0.
    pub valid_days: u16,
    /// Which revision it is, if it is not the first issue.
    pub revision: Option<u32>,
    /// The number of the document it takes the place of.
    pub supersedes: Option<&'a str>,
    /// When the client was born, if that is to be printed.
    pub born: Option<Date>,
    /// The first day on which the client is asked to decide; none leaves a line to write it on.
    pub decide_from: Option<Date>,
    /// The day on which another issue took its place, and the number of that, if one did.
    pub superseded: Option<(Date, &'a str)>,
    /// The seal of the entry by which it was written down; none for a draft.
    pub seal: Option<Seal>,
    /// Whether it is a draft, the original or a copy.
    pub print: Print<'a>,
}

impl Default for Issue<'_> {
    /// A draft that would hold for thirty days.
    fn default() -> Self {
        Self {
            number: None,
            valid_days: 30,
            revision: None,
            supersedes: None,
            born: None,
            decide_from: None,
            superseded: None,
            seal: None,
            print: Print::Draft,
        }
    }
}

/// Whether a sheet is of a plan that was issued, and whether it is the first of its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Print<'a> {
    /// The plan is not issued.
    #[default]
    Draft,
    /// What is handed out when the plan is issued.
    Original,
    /// The same again.
    Copy {
        /// The day it is printed.
        printed: Date,
        /// What the original was made with.
        versions: &'a Versions,
        /// Whether every figure is as it was.
        is_whole: bool,
        /// The code of the language of the original, where it was kept.
        language: Option<&'a str>,
    },
}

impl<'a> Issue<'a> {
    /// The marks of a draft of a plan with this record: which issue it would take the place of, if there was one.
    pub fn draft(record: &'a Record) -> Self {
        Self {
            revision: Some(record.next_revision()).filter(|revision| *revision > 1),
            supersedes: record.last().map(|last| last.snapshot.number.as_str()),
            ..Self::default()
        }
    }

    /// The marks of the issue at a position of a record, printed as the original, or as a copy on a day; none if there is
    /// no such issue.
    pub fn of(record: &'a Record, at: usize, copied: Option<Date>) -> Option<Self> {
        let issued = record.issues().get(at)?;
        let snapshot = &*issued.snapshot;
        let copy = |printed| Print::Copy {
            printed,
            versions: &snapshot.versions,
            is_whole: snapshot.frozen.is_whole(),
            language: snapshot.presentation.as_ref().map(|presentation| presentation.language.as_str()),
        };
        Some(Self {
            number: Some(&snapshot.number),
            valid_days: snapshot.valid_days(),
            revision: u32::try_from(at + 1).ok().filter(|revision| *revision > 1),
            supersedes: record.supersedes(at),
            born: snapshot.born,
            decide_from: snapshot.decide_from,
            superseded: record.issues().get(at + 1).map(|next| (next.snapshot.on, next.snapshot.number.as_str())),
            seal: Some(issued.seal),
            print: copied.map_or(Print::Original, copy),
        })
    }
}

/// Whom a sheet is for, and so which blocks it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The client's sheet, and behind it a page for the clinic's file: where each price comes from, and what is still
    /// to be set.
    Full,
    /// What the client takes home.
    #[default]
    Client,
    /// One page: the money of all options, who it is from, and the notices.
    Money,
}

impl Audience {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Full, Self::Client, Self::Money];

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => tr!("Everything, with the page for the clinic's file"),
            Self::Client => tr!("For the client"),
            Self::Money => tr!("Money only, one page"),
        }
    }

    /// How many pages a usual plan takes.
    pub(super) fn usual_pages(self) -> usize {
        match self {
            Self::Full => 4,
            Self::Client => 3,
            Self::Money => 1,
        }
    }

    /// As the layout and the command line name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Client => "client",
            Self::Money => "money",
        }
    }
}

/// A layout in the typesetting language Typst. What it is handed is described in `assets/sheet/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template<'a> {
    /// The file it comes from, as errors call it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Template<'static> {
    /// The layout that is built in, to start one's own from.
    pub const BUILT_IN: Self = Self { name: "sheet.typ", text: include_str!("../../../assets/sheet/sheet.typ") };
}
