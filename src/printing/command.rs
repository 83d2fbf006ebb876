//! Running a program that must not keep anybody waiting.

use super::error::PrintError;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What came of a run.
#[derive(Debug)]
pub(super) struct ProcessOutput {
    /// Whether the program says that it did what was asked.
    pub(super) success: bool,
    /// What it wrote.
    pub(super) output: String,
    /// What it complained of.
    pub(super) error: String,
}

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// Runs a program with this standard input, in English whatever the desktop speaks, and ends it at the time limit.
///
/// # Errors
/// If there is no such program, or it takes too long.
pub(super) fn run(program: &str, args: &[&str], input: &[u8], limit: Duration) -> Result<ProcessOutput, PrintError> {
    let mut command = Command::new(program);
    command.args(args).env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|_| PrintError::NoSystem)?;
    // Each stream has a thread of its own, so that none of them can hold up another.
    let writer = child.stdin.take().map(|stdin| write(stdin, input.to_vec()));
    let (output, error) = (child.stdout.take().map(read), child.stderr.take().map(read));
    let Some(status) = wait(&mut child, limit) else { return Err(PrintError::TimedOut(limit)) };
    let fed = writer.is_none_or(|writer| writer.join().unwrap_or(false));
    let text = |reader: Option<JoinHandle<String>>| reader.and_then(|reader| reader.join().ok()).unwrap_or_default();
    Ok(ProcessOutput { success: status.success() && fed, output: text(output), error: text(error) })
}

/// How the program ended; none if it had to be killed.
fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let start = Instant::now();
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if start.elapsed() >= limit {
            // Gone already, or now; either way nobody waits for it.
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        thread::sleep(LOOK);
    }
}

/// Feeds a program; whether it took everything. One that wants no input may close it.
fn write(mut stdin: impl Write + Send + 'static, input: Vec<u8>) -> JoinHandle<bool> {
    thread::spawn(move || match stdin.write_all(&input) {
        Ok(()) => true,
        Err(error) => error.kind() == ErrorKind::BrokenPipe && input.is_empty(),
    })
}

fn read(mut stream: impl Read + Send + 'static) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is still worth showing.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::{PrintError, run};
    use std::time::{Duration, Instant};

    #[test]
    fn a_program_that_hangs_is_ended() {
        let start = Instant::now();
        let ended = run("sleep", &["60"], &vec![0; 1_000_000], Duration::from_millis(200));
        assert_eq!(ended.map(|ended| ended.output), Err(PrintError::TimedOut(Duration::from_millis(200))));
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }

    #[test]
    fn everything_goes_in_and_comes_out() {
        let input = vec![b'x'; 1_000_000];
        let ended = run("cat", &[], &input, Duration::from_secs(30)).map(|ended| (ended.success, ended.output.len()));
        assert_eq!(ended, Ok((true, input.len())));
    }

    #[test]
    fn a_missing_program_is_said_to_be_no_printing_system() {
        let ended = run("no-such-program-of-anybody", &[], &[], Duration::from_secs(1)).map(|ended| ended.output);
        assert_eq!(ended, Err(PrintError::NoSystem));
    }
}
