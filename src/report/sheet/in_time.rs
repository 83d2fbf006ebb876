//! Work that may come to no end, such as a layout of a clinic's own.

use super::SheetError;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::Builder;
use std::time::Duration;

/// How many seconds it may take: many times what a long sheet takes on a slow machine.
const LONGEST: u32 = 20;
/// Setting a page needs a deep stack in an unoptimised build.
const STACK: usize = 32 * 1024 * 1024;
/// What did not end in time, as long as it goes on.
static STUCK: Mutex<Weak<()>> = Mutex::new(Weak::new());

/// Does the work of the layout in this file, beside, since the library that does it knows no way to break off. Work that comes to no
/// end goes on for as long as the program runs; until then no other is begun, which would do no better.
///
/// # Errors
/// What the work gives, and that it came to no end in time.
pub(super) fn in_time<T: Send + 'static>(
    file: &str,
    work: impl FnOnce() -> Result<T, SheetError> + Send + 'static,
) -> Result<T, SheetError> {
    let endless = || SheetError::Endless { file: file.to_owned(), seconds: LONGEST };
    let stuck = || STUCK.lock().unwrap_or_else(PoisonError::into_inner);
    if stuck().upgrade().is_some() {
        return Err(endless());
    }
    let (alive, (sender, receiver)) = (Arc::new(()), channel());
    let going_on = Arc::downgrade(&alive);
    let work = move || {
        let done = work();
        drop(alive);
        // Whoever asked may have stopped waiting.
        let _ = sender.send(done);
    };
    Builder::new().stack_size(STACK).spawn(work).map_err(|error| SheetError::Layout(error.to_string()))?;
    match receiver.recv_timeout(Duration::from_secs(u64::from(LONGEST))) {
        Ok(done) => done,
        Err(RecvTimeoutError::Timeout) => {
            *stuck() = going_on;
            Err(endless())
        }
        Err(RecvTimeoutError::Disconnected) => Err(SheetError::Layout(file.to_owned())),
    }
}
