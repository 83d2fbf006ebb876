//! Plans that are protected by a passphrase. They are kept in the format of `age` (`age-encryption.org/v1`), whose own program opens
//! them as well.
//!
//! A passphrase that was typed is known as long as the program runs, to this room only. A plan that was opened or protected with one
//! is from then on written with it by every function here that writes a plan: its file, unsaved work, what is laid beside.

use crate::document::PlanId;
use age::secrecy::{ExposeSecret as _, SecretString};
use age::{DecryptError, Decryptor, scrypt};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a plan is protected by. Neither shown nor written down.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// As typed; none if that is nothing.
    pub fn new(typed: &str) -> Option<Self> {
        (!typed.is_empty()).then(|| Self(SecretString::from(typed.to_owned())))
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What has been typed since the program began.
struct Keys {
    /// Those that have opened or protected something, the last one first.
    known: Vec<Passphrase>,
    /// One that was typed and is still to be tried.
    untried: Option<Passphrase>,
    /// What was opened last only to know its passphrase.
    mark: Option<(Vec<u8>, Passphrase)>,
    plans: BTreeMap<PlanId, Protection>,
}

/// What a plan is written with.
#[derive(Clone)]
struct Protection {
    by: Option<Passphrase>,
    /// Whether that was decided here, and the plan's file does not say so yet.
    is_new: bool,
}

static KEYS: Mutex<Keys> = Mutex::new(Keys { known: Vec::new(), untried: None, mark: None, plans: BTreeMap::new() });

fn keys() -> MutexGuard<'static, Keys> {
    KEYS.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Keys {
    /// Puts a passphrase before all others.
    fn know(&mut self, passphrase: &Passphrase) {
        self.untried.take_if(|untried| untried == passphrase);
        self.known.retain(|known| known != passphrase);
        self.known.insert(0, passphrase.clone());
    }
}

/// Forgets every passphrase and what is written with it, as if the program had just started.
pub fn forget_passphrases() {
    *keys() = Keys { known: Vec::new(), untried: None, mark: None, plans: BTreeMap::new() };
}

/// Whether a plan is written with a passphrase.
pub fn is_protected(plan: PlanId) -> bool {
    passphrase_of(plan).is_some()
}

/// Whether any plan is.
pub fn has_protected() -> bool {
    keys().plans.values().any(|plan| plan.by.is_some())
}

/// Tries this passphrase as well from now on, before all others. One that was typed before and has opened nothing is forgotten.
pub fn learn(passphrase: &Passphrase) {
    let mut keys = keys();
    if !keys.known.contains(passphrase) {
        keys.untried = Some(passphrase.clone());
    }
}

/// How many passphrases there are to try.
pub(super) fn count() -> usize {
    let keys = keys();
    keys.known.len() + usize::from(keys.untried.is_some())
}

/// Tries this passphrase before all others: it protects something.
pub(super) fn know(passphrase: &Passphrase) {
    keys().know(passphrase);
}

/// Writes a plan with this passphrase from now on.
pub fn protect(plan: PlanId, passphrase: &Passphrase) {
    let mut keys = keys();
    keys.know(passphrase);
    keys.plans.insert(plan, Protection { by: Some(passphrase.clone()), is_new: true });
}

/// Writes a plan without a passphrase from now on.
pub fn unprotect(plan: PlanId) {
    keys().plans.insert(plan, Protection { by: None, is_new: true });
}

/// Writes a copy of a plan, which is a plan of its own, with what the plan is written with.
pub fn protect_as(copy: PlanId, plan: PlanId) {
    let by = passphrase_of(plan);
    keys().plans.insert(copy, Protection { by, is_new: true });
}

/// The plan's own file was opened with this, or without: so it is written from now on, unless something else was decided here since.
pub(super) fn opened_with(plan: PlanId, by: Option<Passphrase>) {
    let mut keys = keys();
    let known = keys.plans.entry(plan).or_insert(Protection { by: None, is_new: false });
    if !known.is_new {
        known.by = by;
    }
}

/// What was decided of a plan and is not in its file is given up.
pub fn forget_decision(plan: PlanId) {
    let mut keys = keys();
    if keys.plans.get(&plan).is_some_and(|known| known.is_new) {
        keys.plans.remove(&plan);
    }
}

/// The plan's own file was written as it is to be.
pub(super) fn written(plan: PlanId) {
    keys().plans.entry(plan).and_modify(|known| known.is_new = false);
}

/// What a plan is written with, if anything.
pub(super) fn passphrase_of(plan: PlanId) -> Option<Passphrase> {
    keys().plans.get(&plan).and_then(|known| known.by.clone())
}

/// What a protected file begins with.
const BEGINNING: &[u8] = b"age-encryption.org/v1";

/// How much work a passphrase costs whoever tries one, as a power of two: what OWASP recommends for scrypt (2025), about a third of a
/// second and 128 MiB.
const WORK: u8 = 17;
/// The most that a file may ask for: eight times as much, and a gigabyte of memory.
const MOST_WORK: u8 = 20;

/// Whether these bytes are protected.
pub(super) fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// These bytes protected by a passphrase.
pub(super) fn sealed(bytes: &[u8], by: &Passphrase) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(by.0.clone());
    recipient.set_work_factor(WORK);
    age::encrypt(&recipient, bytes).map_err(io::Error::other)
}

/// A text about a plan, protected if the plan is.
pub(super) fn sealed_text(plan: PlanId, text: String) -> io::Result<Vec<u8>> {
    match passphrase_of(plan) {
        None => Ok(text.into_bytes()),
        Some(passphrase) => sealed(text.as_bytes(), &passphrase),
    }
}

/// Why a protected file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unopened {
    /// No known passphrase fits.
    Locked,
    /// It was cut off or changed.
    Damaged,
    /// It is protected by something else than a passphrase.
    ByKey,
    /// To try one would take more time and memory than is usual.
    TooMuchWork,
}

/// What is in a protected file, and by which of the known passphrases; at most one byte more than `most`.
pub(super) fn open(bytes: &[u8], most: u64) -> Result<(Vec<u8>, Passphrase), Unopened> {
    let to_try: Vec<Passphrase> = {
        let keys = keys();
        keys.untried.iter().chain(&keys.known).cloned().collect()
    };
    for passphrase in to_try {
        if let Some(opened) = opened(bytes, &passphrase, most)? {
            keys().know(&passphrase);
            return Ok((opened, passphrase));
        }
    }
    Err(Unopened::Locked)
}

/// By which of the known passphrases a small file is protected whose content does not matter. The last one is remembered, since it is
/// looked at with every plan that is written beside it.
pub(super) fn opener_of(bytes: &[u8]) -> Result<Passphrase, Unopened> {
    if let Some((_, passphrase)) = keys().mark.as_ref().filter(|(known, _)| known == bytes) {
        return Ok(passphrase.clone());
    }
    let (_, passphrase) = open(bytes, bytes.len() as u64)?;
    keys().mark = Some((bytes.to_owned(), passphrase.clone()));
    Ok(passphrase)
}

/// What is in a protected file by one passphrase; none if that does not fit.
fn opened(bytes: &[u8], by: &Passphrase, most: u64) -> Result<Option<Vec<u8>>, Unopened> {
    let decryptor = Decryptor::new_buffered(bytes).map_err(|_| Unopened::Damaged)?;
    if !decryptor.is_scrypt() {
        return Err(Unopened::ByKey);
    }
    let mut identity = scrypt::Identity::new(by.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    match decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)) {
        Ok(reader) => {
            let mut opened = Vec::new();
            let read = reader.take(most + 1).read_to_end(&mut opened);
            read.map(|_| Some(opened)).map_err(|_| Unopened::Damaged)
        }
        Err(DecryptError::ExcessiveWork { .. }) => Err(Unopened::TooMuchWork),
        Err(DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_)) => Err(Unopened::Damaged),
        Err(_) => Ok(None),
    }
}
