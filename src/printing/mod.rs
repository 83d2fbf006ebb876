//! Printing through the system: its printers, and a PDF sent to one of them. The only room that runs other programs.
//!
//! The way goes through `lpstat` and `lp`, which CUPS brings along on Linux and macOS; on Windows, which has neither,
//! printing is said to be missing and the viewer's own printing remains. Every call ends within [`TIME_LIMIT`].

mod command;
mod error;

pub use error::PrintError;

use crate::locale::tr;
use command::{ProcessOutput, run};
use std::time::Duration;

/// How long a printing program may take before it is ended.
pub const TIME_LIMIT: Duration = Duration::from_secs(20);

/// The printers that a sheet can be sent to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printers {
    /// Their names, as the system calls them.
    pub names: Vec<String>,
    /// The one that is used if none is chosen.
    pub default: Option<String>,
}

/// What is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job<'a> {
    /// The bytes of a PDF.
    pub pdf: &'a [u8],
    /// What the queue calls it.
    pub title: &'a str,
    /// The paper by its PWG 5101.1 name, which every printing system knows, such as `iso_a4_210x297mm`.
    pub media: &'a str,
    /// How many are printed.
    pub copies: u32,
    /// The sides that are printed on, by the keyword of RFC 8011, such as `two-sided-long-edge`; none leaves it to the printer.
    pub sides: Option<&'a str>,
}

/// The system's printers.
///
/// # Errors
/// Without a printing system, or if it does not answer in time.
pub fn printers() -> Result<Printers, PrintError> {
    // Asked first, because a list of printers would also be searched for on the network if nobody answered here.
    if !is_running(&run("lpstat", &["-r"], &[], TIME_LIMIT)?) {
        return Err(PrintError::NoSystem);
    }
    let names = run("lpstat", &["-e"], &[], TIME_LIMIT)?;
    let names = names.output.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let default = run("lpstat", &["-d"], &[], TIME_LIMIT)?;
    let default = default.output.trim().split_once(": ").map(|(_, name)| name.to_owned());
    Ok(Printers { names, default })
}

/// Sends a PDF to a printer, or to the default one, and gives the number of the job, such as `Office-17`. The sheet goes
/// from hand to hand: no file of it is left anywhere.
///
/// # Errors
/// One sentence for each reason; none of them takes longer than a few [`TIME_LIMIT`]s.
pub fn print(job: &Job<'_>, printer: Option<&str>) -> Result<String, PrintError> {
    let Printers { names, default } = printers()?;
    let Some(name) = printer.map(str::to_owned).or(default) else { return Err(PrintError::NoChoice(names)) };
    if !names.contains(&name) {
        return Err(PrintError::NoPrinter { name, there: names });
    }
    let title: String = job.title.chars().filter(|character| !character.is_control()).take(120).collect();
    let media = format!("media={}", job.media);
    let (copies, sides) = (job.copies.to_string(), job.sides.map(|sides| format!("sides={sides}")));
    let mut asked = vec!["-d", &name, "-t", &title, "-n", &copies, "-o", &media];
    asked.extend(sides.as_deref().into_iter().flat_map(|sides| ["-o", sides]));
    asked.push("-");
    let sent = run("lp", &asked, job.pdf, TIME_LIMIT)?;
    if !sent.success {
        return Err(PrintError::Refused { name, said: said(&sent.error) });
    }
    // "request id is Office-17 (1 file(s))"
    Ok(sent.output.split_whitespace().nth(3).unwrap_or(&name).to_owned())
}

fn is_running(answer: &ProcessOutput) -> bool {
    answer.success && !answer.output.contains("not running")
}

/// What a program complained of, on one line and without its name.
fn said(error: &str) -> String {
    let line = error.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(tr!("it gave no reason"));
    let line = line.strip_prefix("lp: ").unwrap_or(line);
    let line = line.strip_prefix("Error - ").unwrap_or(line);
    line.trim_end_matches('.').chars().take(200).collect()
}
