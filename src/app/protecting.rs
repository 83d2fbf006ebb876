//! How plans are to be protected from now on.

use crate::storage::Passphrase;

/// How plans are to be protected once the open one is saved.
pub(super) struct Protecting {
    /// Whether it is about all plans of the folder.
    pub(super) is_whole_folder: bool,
    /// By what; none takes the passphrase off.
    pub(super) by: Option<Passphrase>,
}
