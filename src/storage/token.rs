//! Who may wait for the disk.

use std::io;
use std::marker::PhantomData;
use std::thread::{Builder, JoinHandle};

/// Leave to read and write files, and so to wait: a disk may be slow, and one on a network may never answer.
///
/// Every function here that touches the disk asks for it. Work in the background is handed one, which it can neither keep
/// nor send elsewhere; whoever starts the program, before there is a window, and commands take theirs with
/// [`Disk::here`]. So nothing in a window's frame can touch a disk by oversight.
#[derive(Debug)]
pub struct Disk(PhantomData<*const ()>);

impl Disk {
    /// Leave for this thread. Never for one that shows a window.
    pub fn here() -> Self {
        Self(PhantomData)
    }

    /// Does work on a thread of its own, with a stack of this many bytes.
    ///
    /// # Errors
    /// If the system has no room for another thread.
    pub fn beside(stack: usize, work: impl FnOnce(&Self) + Send + 'static) -> io::Result<JoinHandle<()>> {
        Builder::new().stack_size(stack).spawn(move || work(&Self::here()))
    }
}
