//! Plans that are protected by a passphrase. They are kept in the format of `age` (`age-encryption.org/v1`), whose own program opens
//! them as well.
//!
//! A passphrase that was typed is known as long as the program runs, to this room only. A plan that was opened or protected with one
//! is from then on written with it wherever it is written: its file, unsaved work, what is laid beside. So no way of writing a plan
//! can leave it out by oversight.

use super::disk::{LARGEST, StorageError};
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
    /// The last one first.
    known: Vec<Passphrase>,
    /// What each plan is written with; none for one whose passphrase is being taken off, until all that is protected of it is rewritten.
    plans: BTreeMap<PlanId, Option<Passphrase>>,
}

static KEYS: Mutex<Keys> = Mutex::new(Keys { known: Vec::new(), plans: BTreeMap::new() });

fn keys() -> MutexGuard<'static, Keys> {
    KEYS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a plan is written with a passphrase.
pub fn is_protected(plan: PlanId) -> bool {
    passphrase_of(plan).is_some()
}

/// Whether any plan is.
pub fn has_protected() -> bool {
    keys().plans.values().any(Option::is_some)
}

/// Tries this passphrase as well from now on, before all others.
pub fn learn(passphrase: Passphrase) {
    let mut keys = keys();
    keys.known.retain(|known| *known != passphrase);
    keys.known.insert(0, passphrase);
}

/// Writes a plan with this passphrase from now on.
pub fn protect(plan: PlanId, passphrase: Passphrase) {
    learn(passphrase.clone());
    keys().plans.insert(plan, Some(passphrase));
}

/// The plan's file was opened with this passphrase: so it is written from now on, unless it is just being taken off.
pub(super) fn opened_with(plan: PlanId, passphrase: Passphrase) {
    keys()
        .plans
        .entry(plan)
        .and_modify(|known| *known = known.take().map(|_| passphrase.clone()))
        .or_insert(Some(passphrase));
}

/// Some file with the plan in it was opened with this passphrase: so it is written from now on where nothing else is known.
pub(super) fn met_with(plan: PlanId, passphrase: Passphrase) {
    keys().plans.entry(plan).or_insert(Some(passphrase));
}

/// Writes a plan without a passphrase from now on, whatever is still protected of it.
pub fn unprotect(plan: PlanId) {
    keys().plans.insert(plan, None);
}

/// All that was protected of plans whose passphrase was taken off is rewritten: what is found protected now, somebody has protected
/// since.
pub(super) fn all_rewritten() {
    keys().plans.retain(|_, passphrase| passphrase.is_some());
}

/// Writes a copy of a plan, which is a plan of its own, with what the plan is written with.
pub fn protect_as(copy: PlanId, plan: PlanId) {
    let mut keys = keys();
    if let Some(Some(passphrase)) = keys.plans.get(&plan).cloned() {
        keys.plans.insert(copy, Some(passphrase));
    }
}

/// What a plan is written with, if anything.
pub(super) fn passphrase_of(plan: PlanId) -> Option<Passphrase> {
    keys().plans.get(&plan).cloned().flatten()
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

/// What is in a protected file, and by which of the known passphrases.
///
/// # Errors
/// If none of them opens it, or it is damaged.
pub(super) fn open(bytes: &[u8], name: &str) -> Result<(Vec<u8>, Passphrase), StorageError> {
    let known = keys().known.clone();
    for passphrase in known {
        if let Some(opened) = opened(bytes, &passphrase).map_err(|why| why.of(name))? {
            return Ok((opened, passphrase));
        }
    }
    Err(StorageError::Locked(name.to_owned()))
}

/// Why a protected file cannot be opened with any passphrase.
enum Unopenable {
    Damaged,
    ByKey,
    TooMuchWork,
}

impl Unopenable {
    fn of(self, name: &str) -> StorageError {
        let name = name.to_owned();
        match self {
            Self::Damaged => StorageError::Damaged(name),
            Self::ByKey => StorageError::ByKey(name),
            Self::TooMuchWork => StorageError::TooMuchWork(name),
        }
    }
}

/// What is in a protected file; none if the passphrase does not fit.
fn opened(bytes: &[u8], by: &Passphrase) -> Result<Option<Vec<u8>>, Unopenable> {
    let decryptor = Decryptor::new_buffered(bytes).map_err(|_| Unopenable::Damaged)?;
    if !decryptor.is_scrypt() {
        return Err(Unopenable::ByKey);
    }
    let mut identity = scrypt::Identity::new(by.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    match decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)) {
        Ok(reader) => {
            let mut opened = Vec::new();
            let read = reader.take(LARGEST + 1).read_to_end(&mut opened);
            read.map(|_| Some(opened)).map_err(|_| Unopenable::Damaged)
        }
        Err(DecryptError::ExcessiveWork { .. }) => Err(Unopenable::TooMuchWork),
        Err(DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::Io(_)) => Err(Unopenable::Damaged),
        Err(_) => Ok(None),
    }
}
