//! A passphrase as filled in, and what it is for.

use std::path::PathBuf;

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassphraseUse {
    /// To open this plan.
    Open(PathBuf),
    /// To go on with unsaved work on a protected plan.
    Recover,
    /// None: whether that work, which nobody can open without, is to be deleted.
    LetGo,
    /// To save: another desk has protected the plan, or its folder is protected.
    Save,
    /// To show another desk's version.
    ShowTheirs,
    /// To put another desk's version together with what is here.
    Merge,
    /// To protect the plan, which is not.
    Protect,
    /// To protect the plan by another one, or by none.
    Change,
}

/// A passphrase as filled in.
#[derive(Clone, PartialEq, Eq)]
pub struct PassphraseForm {
    /// What it is asked for.
    pub to: PassphraseUse,
    /// As typed.
    pub typed: String,
    /// As typed once more, where it is a new one.
    pub again: String,
    /// Whether all plans of the folder are to be protected by it; none where that cannot be.
    pub folder: Option<bool>,
    /// Why it does not do.
    pub problem: Option<String>,
}

impl PassphraseForm {
    /// Nothing is typed yet.
    pub fn new(to: PassphraseUse) -> Self {
        Self { to, typed: String::new(), again: String::new(), folder: None, problem: None }
    }

    /// Whether it is a new one.
    pub(super) fn is_new(&self) -> bool {
        matches!(self.to, PassphraseUse::Protect | PassphraseUse::Change)
    }
}

impl std::fmt::Debug for PassphraseForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PassphraseForm").field("to", &self.to).field("problem", &self.problem).finish_non_exhaustive()
    }
}
