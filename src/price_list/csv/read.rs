//! From a table to a whole price list, or to every problem with its line.

use super::{KINDS, LARGEST, SEVERITIES, VALUES, restored, severity_word};
use crate::catalog::{AddOnId, Catalog, ConcernId, Severity, TreatmentId};
use crate::locale::tr;
use crate::overlay::{Case, Quantity, Subject};
use crate::price_list::suggest::remedy_among;
use crate::price_list::{EntryDraft, Field, Label, Place, PriceList, PriceListDraft, limits};
use crate::units::{Currency, Spread, quoted};
use ::csv::{ReaderBuilder, StringRecord, Trim};
use std::fmt;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, if it is about one.
    pub field: Option<Field>,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
    /// The line of the row that this one repeats or contradicts, where that is what is wrong.
    pub other_line: Option<usize>,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, message) = (self.line, &self.message);
        let place = match self.field {
            Some(field) => tr!("line {line}, {column}", line, column = field.name()),
            None => tr!("line {line}", line),
        };
        let text = match self.other_line {
            Some(other) => tr!("{place}: {message} (the other one is on line {other})", place, message, other),
            None => format!("{place}: {message}"),
        };
        f.write_str(&text)
    }
}

/// At least one problem, in the order of lines.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct RowProblems(pub Vec<RowProblem>);

impl RowProblems {
    fn one(line: usize, message: impl Into<String>) -> Self {
        Self(vec![RowProblem { line, field: None, message: message.into(), other_line: None }])
    }
}

/// Reads a price list from CSV with the columns [`super::COLUMNS`] explains: comma, semicolon or tab between cells,
/// any ends of lines, with or without a byte-order mark.
///
/// # Errors
/// Every problem with its line; then nothing is imported.
pub fn import(bytes: &[u8], catalog: &Catalog) -> Result<PriceList, RowProblems> {
    let text = decode(bytes)?;
    let mut rows = records(text)?.into_iter();
    let heading = rows.next().ok_or_else(|| RowProblems::one(1, tr!("the file is empty; it needs a heading row")))?;
    let columns = columns(&heading)?;
    let mut reader =
        Reader { columns, draft: PriceListDraft::default(), entries: vec![], labels: vec![], problems: vec![] };
    rows.for_each(|row| reader.row(&row));
    reader.finish(catalog)
}

/// Whether these bytes are the table of a price list, by its heading.
pub fn is_table(bytes: &[u8]) -> bool {
    let rows = decode(bytes).and_then(records).unwrap_or_default();
    rows.first().is_some_and(|heading| columns(heading).is_ok())
}

fn decode(bytes: &[u8]) -> Result<&str, RowProblems> {
    if bytes.len() > LARGEST {
        let message = tr!("the file is larger than {most} bytes, too large for a price list", most = LARGEST);
        return Err(RowProblems::one(1, message));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + line_ends(&bytes[..error.valid_up_to()]);
        RowProblems::one(line, tr!("the file is not text in UTF-8; save it as \"CSV UTF-8\""))
    })
}

/// How many lines end in these bytes, in any of the three ways.
fn line_ends(bytes: &[u8]) -> usize {
    let next = |at: usize| bytes.get(at + 1);
    (0..bytes.len()).filter(|at| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && next(*at) != Some(&b'\n'))).count()
}

/// A row that is not blank, with its line.
struct Row {
    line: usize,
    cells: StringRecord,
}

fn records(text: &str) -> Result<Vec<Row>, RowProblems> {
    let (text, mut line) = skip_separator(text);
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).trim(Trim::All).delimiter(delimiter(text));
    let (mut rows, mut counted) = (Vec::new(), 0);
    for record in reader.from_reader(text.as_bytes()).into_records() {
        let cells = record.map_err(|error| RowProblems::one(line, tr!("the row cannot be read: {error}", error)))?;
        if cells.iter().all(str::is_empty) {
            continue;
        }
        // The reader's own count stops short of blank lines, so lines are counted here.
        let at = cells.position().map_or(counted, |position| usize::try_from(position.byte()).unwrap_or(counted));
        let at = at + text[at..].len() - text[at..].trim_start_matches(ENDS).len();
        line += line_ends(&text.as_bytes()[counted..at]);
        counted = at;
        if rows.len() > limits::ENTRIES {
            let message = tr!("the table has more than {most} rows; remove some", most = limits::ENTRIES);
            return Err(RowProblems::one(line, message));
        }
        rows.push(Row { line, cells });
    }
    Ok(rows)
}

/// Skips the line by which some spreadsheets say what stands between cells, and gives the number of the next one.
fn skip_separator(text: &str) -> (&str, usize) {
    let first = text.split(ENDS).next().unwrap_or_default();
    if !first.to_lowercase().starts_with("sep=") {
        return (text, 1);
    }
    let rest = &text[first.len()..];
    (rest.strip_prefix("\r\n").or(rest.strip_prefix(ENDS)).unwrap_or(rest), 2)
}

/// What lines end with.
const ENDS: [char; 2] = ['\r', '\n'];

/// What stands between the cells of the heading, which holds no such character itself.
fn delimiter(text: &str) -> u8 {
    let heading = text.split(ENDS).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| heading.bytes().filter(|byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Which column holds which field; none for one without a name, which must then be empty.
fn columns(heading: &Row) -> Result<Vec<Option<Field>>, RowProblems> {
    let names = Field::ALL.map(Field::name);
    let mut problems = Vec::new();
    let mut columns: Vec<Option<Field>> = Vec::new();
    let mut report = |field, message| {
        problems.push(RowProblem { line: heading.line, field, message, other_line: None });
    };
    for cell in &heading.cells {
        let name = normal(cell, '_');
        match Field::ALL.into_iter().find(|field| field.name() == name) {
            Some(field) if columns.contains(&Some(field)) => {
                report(Some(field), tr!("the column stands twice; remove one of the two").to_owned());
            }
            found if found.is_some() || cell.is_empty() => columns.push(found),
            _ => {
                let remedy = remedy_among(&name, &names);
                report(None, tr!("\"{name}\" is no column; {remedy}", name = quoted(cell), remedy));
            }
        }
    }
    for field in [Field::Kind, Field::Id, Field::Value, Field::Typical] {
        if !columns.contains(&Some(field)) {
            report(Some(field), tr!("the column is missing; add it to the heading").to_owned());
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(RowProblems(problems)) }
}

/// A word as people write it, in one spelling.
fn normal(word: &str, joint: char) -> String {
    let word = word.trim().to_lowercase();
    word.chars().map(|c| if matches!(c, ' ' | '-' | '_') { joint } else { c }).collect()
}

/// Gathers what rows say and what is wrong with them.
struct Reader {
    columns: Vec<Option<Field>>,
    draft: PriceListDraft,
    /// The line of each entry.
    entries: Vec<usize>,
    /// The line of each label.
    labels: Vec<usize>,
    problems: Vec<RowProblem>,
}

impl Reader {
    fn cell<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        let at = self.columns.iter().position(|column| *column == Some(field));
        at.and_then(|at| row.cells.get(at)).unwrap_or_default()
    }

    fn report(&mut self, line: usize, field: impl Into<Option<Field>>, message: impl Into<String>) {
        self.problems.push(RowProblem { line, field: field.into(), message: message.into(), other_line: None });
    }

    fn row(&mut self, row: &Row) {
        let before = self.problems.len();
        self.check_shape(row);
        if self.problems.len() > before {
            return;
        }
        let subject = self.subject(row);
        if let Some(subject) = &subject {
            self.label(row, subject);
        }
        let amounts = Spread {
            low: self.cell(row, Field::Low).to_owned(),
            typical: self.cell(row, Field::Typical).to_owned(),
            high: self.cell(row, Field::High).to_owned(),
        };
        let from = self.cell(row, Field::EffectiveFrom).to_owned();
        let says_nothing = [&amounts.low, &amounts.typical, &amounts.high, &from].into_iter().all(String::is_empty);
        if says_nothing {
            return;
        }
        if let (Some(quantity), Some(subject)) = (self.quantity(row), subject) {
            self.draft.entries.push(EntryDraft { subject, quantity, amounts, from });
            self.entries.push(row.line);
        }
    }

    /// Refuses a row whose cells have slipped, as they do behind an amount with a comma in a table with commas.
    fn check_shape(&mut self, row: &Row) {
        if let Some(at) = row.cells.iter().position(|cell| cell.contains(ENDS)) {
            let message = tr!("the cell holds a line break; write it on one line and close every quotation mark");
            return self.report(row.line, self.columns.get(at).copied().flatten(), message);
        }
        let (cells, width) = (row.cells.len(), self.columns.len());
        if cells != width {
            let message = tr!(
                "the row has {cells} cells and the heading {width}; give every row as many, and put amounts with a \
                 comma in quotation marks",
                cells,
                width
            );
            return self.report(row.line, None, message);
        }
        for (at, cell) in row.cells.iter().enumerate() {
            let field = self.columns[at];
            let most = field.map_or(0, longest);
            if cell.chars().any(char::is_control) {
                self.report(row.line, field, tr!("the cell holds a control character; type it anew"));
            } else if most == 0 && !cell.is_empty() {
                let message = tr!("\"{text}\" stands in a column without a name; name the column", text = quoted(cell));
                self.report(row.line, field, message);
            } else if cell.chars().count() > most {
                self.report(row.line, field, tr!("the cell is longer than {most} characters; shorten it", most));
            }
        }
    }

    fn subject(&mut self, row: &Row) -> Option<Subject> {
        let (kind, id) = (self.cell(row, Field::Kind), self.cell(row, Field::Id));
        let name = restored(self.cell(row, Field::Name));
        let subject = match normal(kind, ' ').as_str() {
            "clinic" => {
                if !id.is_empty() {
                    self.report(row.line, Field::Id, tr!("the clinic itself has no id; leave the cell empty"));
                }
                return Some(Subject::Clinic);
            }
            "treatment" => Subject::Treatment(TreatmentId::from(id)),
            "add on" | "addon" => Subject::AddOn(AddOnId::from(id)),
            "own add on" | "own addon" if id.is_empty() && !name.is_empty() => Subject::own_add_on(name),
            "own add on" | "own addon" => Subject::OwnAddOn(AddOnId::from(id)),
            "" => {
                self.report(
                    row.line,
                    Field::Kind,
                    tr!("the kind is missing; {remedy}", remedy = remedy_among("", &KINDS)),
                );
                return None;
            }
            other => {
                let remedy = remedy_among(other, &KINDS);
                let message = tr!("\"{kind}\" is no kind of row; {remedy}", kind = quoted(kind), remedy);
                self.report(row.line, Field::Kind, message);
                return None;
            }
        };
        if subject.id().is_empty() {
            let message = match subject {
                Subject::OwnAddOn(_) => tr!("the id is missing; write it, or a name to make it of"),
                _ => tr!("the id is missing; \"collagen-ledger catalog\" lists them"),
            };
            self.report(row.line, Field::Id, message);
            return None;
        }
        Some(subject)
    }

    /// Takes name, code and group; rows of one subject must not contradict each other.
    fn label(&mut self, row: &Row, subject: &Subject) {
        let cells = [Field::Name, Field::Code, Field::Group].map(|field| (field, restored(self.cell(row, field))));
        // The name of everything else is the catalogue's, written for reading.
        let is_read = |field| field != Field::Name || matches!(subject, Subject::OwnAddOn(_));
        for (field, text) in cells.into_iter().filter(|(field, text)| is_read(*field) && !text.is_empty()) {
            let at = self.draft.labels.iter().position(|label| label.subject == *subject).unwrap_or_else(|| {
                self.draft.labels.push(Label::empty(subject.clone()));
                self.labels.push(row.line);
                self.labels.len() - 1
            });
            let label = &mut self.draft.labels[at];
            let known = match field {
                Field::Name => &mut label.name,
                Field::Code => &mut label.code,
                _ => &mut label.group,
            };
            if known.is_empty() {
                text.clone_into(known);
            } else if known != text {
                let (text, known) = (quoted(text), quoted(known));
                let message = tr!("\"{text}\" contradicts \"{known}\"; write one or the other", text, known);
                let other_line = Some(self.labels[at]);
                self.problems.push(RowProblem { line: row.line, field: Some(field), message, other_line });
            }
        }
    }

    fn quantity(&mut self, row: &Row) -> Option<Quantity> {
        let value = self.cell(row, Field::Value);
        let is_course = matches!(normal(value, '_').as_str(), "sessions" | "spacing_days");
        if !is_course {
            for field in [Field::Concern, Field::Severity] {
                if !self.cell(row, field).is_empty() {
                    self.report(row.line, field, tr!("only sessions and spacing_days have one; leave the cell empty"));
                }
            }
        }
        match normal(value, '_').as_str() {
            "price" => self.currency(row).map(Quantity::Price),
            "sessions" => self.case(row).map(Quantity::Sessions),
            "spacing_days" => self.case(row).map(Quantity::Spacing),
            "minimum_interval_days" => Some(Quantity::MinimumInterval),
            "tax_percent" => Some(Quantity::Tax),
            "tax_included" => Some(Quantity::TaxIncluded),
            "discount_percent" => Some(Quantity::Discount),
            "plan_discount_percent" => Some(Quantity::PlanDiscount),
            name if name.starts_with(Quantity::PACKAGE_OF) => self.package(row, name),
            "" => {
                let message = tr!("what the row gives is missing; {remedy}", remedy = remedy_among("", &VALUES));
                self.report(row.line, Field::Value, message);
                None
            }
            other => {
                let remedy = remedy_among(other, &VALUES);
                let message = tr!("\"{value}\" is no value; {remedy}", value = quoted(value), remedy);
                self.report(row.line, Field::Value, message);
                None
            }
        }
    }

    fn package(&mut self, row: &Row, name: &str) -> Option<Quantity> {
        let typed = name.trim_start_matches(Quantity::PACKAGE_OF);
        let sessions = typed.parse().ok().filter(|sessions| limits::PACKAGE.contains(sessions));
        if sessions.is_none() {
            let (least, most) = (limits::PACKAGE.start(), limits::PACKAGE.end());
            let message = tr!(
                "\"{text}\" is no number of sessions; write package_of_ and a whole number from {least} to {most}",
                text = quoted(typed),
                least,
                most
            );
            self.report(row.line, Field::Value, message);
        }
        let currency = self.currency(row);
        Some(Quantity::Package(sessions?, currency?))
    }

    fn currency(&mut self, row: &Row) -> Option<Currency> {
        let code = self.cell(row, Field::Currency);
        let currency = Currency::from_code(&code.to_uppercase());
        if currency.is_none() {
            let message = if code.is_empty() {
                tr!("the currency is missing; write three letters such as USD").to_owned()
            } else {
                tr!("\"{code}\" is not a currency code; write three letters such as USD", code = quoted(code))
            };
            self.report(row.line, Field::Currency, message);
        }
        currency
    }

    fn case(&mut self, row: &Row) -> Option<Case> {
        let concern = self.cell(row, Field::Concern);
        let concern = (!concern.is_empty()).then(|| ConcernId::from(concern));
        let typed = self.cell(row, Field::Severity);
        let named = |severity: &Severity| severity_word(*severity) == typed.to_lowercase();
        let severity = Severity::ALL.into_iter().find(named);
        if severity.is_none() && !typed.is_empty() {
            let remedy = remedy_among(typed, &SEVERITIES);
            let message = tr!("\"{text}\" is no severity; {remedy}", text = quoted(typed), remedy);
            self.report(row.line, Field::Severity, message);
            return None;
        }
        Some(Case { concern, severity })
    }

    fn finish(mut self, catalog: &Catalog) -> Result<PriceList, RowProblems> {
        let (list, problems) = self.draft.valid_part(catalog);
        for problem in problems {
            let lines = match problem.place {
                Place::Entry(..) => &self.entries,
                Place::Label(..) => &self.labels,
            };
            let (Place::Entry(at, field) | Place::Label(at, field)) = problem.place;
            // The same fault of an id is found once for its values and once for its label.
            let known = |other: &RowProblem| other.field == Some(field) && other.message == problem.message;
            if field == Field::Id && self.problems.iter().any(|other| known(other) && other.line == lines[at]) {
                continue;
            }
            let other_line = problem.repeats.map(|first| lines[first]);
            let found = RowProblem { line: lines[at], field: Some(field), message: problem.message, other_line };
            self.problems.push(found);
        }
        self.problems.sort_by_key(|problem| problem.line);
        if self.problems.is_empty() { Ok(list) } else { Err(RowProblems(self.problems)) }
    }
}

/// The most characters a cell may hold. A name of the catalogue's and a `'` in front of a text find room.
fn longest(field: Field) -> usize {
    match field {
        Field::Name => 2 * limits::TEXT,
        Field::Code | Field::Group => limits::TEXT + 1,
        Field::Low | Field::Typical | Field::High | Field::EffectiveFrom => limits::AMOUNT,
        _ => limits::ID,
    }
}
