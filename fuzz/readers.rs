//! Everything the program reads that somebody else may have written, each as bytes: what must hold whatever they are.
//!
//! None may panic, hang or fill the memory. What the program writes as well is read again as it was.

use collagen_ledger::agenda::Agenda;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::Draft;
use collagen_ledger::locale::{Language, Pack};
use collagen_ledger::price_list::csv::{export, import};
use collagen_ledger::progress::Progress;
use collagen_ledger::report::sheet::Logo;
use collagen_ledger::storage::{
    DeskName, Disk, Presence, Recovery, Settings, parse_plan, parse_price_list, plan_text, price_list_text,
    read_clinic, read_plan_from, read_price_list, table_of, write_clinic,
};
use collagen_ledger::units::{Currency, Money, Percent, parse_date};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A reader with its name, which is that of its seeds' folder. It says whether there was something to read.
pub type Reader = (&'static str, fn(&[u8]) -> bool);

/// All of them.
pub const READERS: [Reader; 13] = [
    ("plan", plan),
    ("unsaved_work", unsaved_work),
    ("open_at", open_at),
    ("price_list", price_list),
    ("price_table", price_table),
    ("workbook", workbook),
    ("appointments", appointments),
    ("calendar", calendar),
    ("clinic", clinic),
    ("logo", logo),
    ("settings", settings),
    ("language", language),
    ("typed", typed),
];

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::built_in);
static EXAMPLE: LazyLock<Draft> = LazyLock::new(|| Draft::example(&CATALOG, &CATALOG.concerns[0], FIRST_DAY));
static FOLDER: LazyLock<TempDir> =
    LazyLock::new(|| tempfile::tempdir().expect("a folder for what is only read from files"));

const FIRST_DAY: Date = date(2027, 3, 1);

/// A file of these bytes, of which each thread has its own.
fn file_of(bytes: &[u8], folder: &str, name: &str) -> PathBuf {
    let folder = FOLDER.path().join(format!("{folder}-{:?}", std::thread::current().id()));
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

/// A plan in any of its schema versions.
pub fn plan(bytes: &[u8]) -> bool {
    let Ok(dossier) = read_plan_from(bytes, "plan.clplan") else { return false };
    let text = plan_text(&dossier);
    let again = parse_plan(&text).expect("what is written can be read");
    assert_eq!(again, dossier);
    assert_eq!(plan_text(&again), text);
    // It may be wrong, which is said.
    let _ = dossier.draft.parse(&CATALOG);
    true
}

/// What a crash left.
pub fn unsaved_work(bytes: &[u8]) -> bool {
    let path = file_of(bytes, "unsaved", "1-0.ron");
    let disk = Disk::here();
    let orphans = Recovery::orphans(&disk, path.parent().expect("its folder"));
    for orphan in &orphans {
        let again = parse_plan(&plan_text(&orphan.dossier)).expect("what is written can be read");
        assert_eq!(again, orphan.dossier);
    }
    !orphans.is_empty()
}

/// What another desk says of itself beside a plan.
pub fn open_at(bytes: &[u8]) -> bool {
    let other = file_of(bytes, "open", ".plan.clplan.other.open");
    let (disk, name) = (Disk::here(), DeskName::default());
    let presence = Presence::begin(&disk, &other.with_file_name("plan.clplan"), &name, FIRST_DAY.at(9, 0, 0, 0), None);
    let others = presence.expect("a place").others(&disk);
    for other in &others {
        assert!(other.name.desk.chars().chain(other.name.person.chars()).count() <= 80, "{other:?}");
    }
    !others.is_empty()
}

/// The clinic's own price list.
pub fn price_list(bytes: &[u8]) -> bool {
    let path = file_of(bytes, "list", "prices.clprices");
    let Ok(draft) = read_price_list(&Disk::here(), &path) else { return false };
    let text = price_list_text(&draft);
    let again = parse_price_list(&text).expect("what is written can be read");
    assert_eq!(again, draft);
    let _ = draft.parse(&CATALOG);
    true
}

/// A price list as a table, CSV or workbook.
pub fn price_table(bytes: &[u8]) -> bool {
    let Ok(table) = table_of(bytes.to_vec()) else { return false };
    let day = |text: &str| parse_date(text).ok();
    let Ok(list) = import(&table, &CATALOG, &day) else { return false };
    let written = export(&list, &CATALOG, Currency::USD).expect("a table");
    let again = import(&written, &CATALOG, &day).expect("what is written can be read");
    assert_eq!(again, list);
    true
}

/// A sheet of a workbook. What is packed around it is always whole: no mutation would get past its checksums.
pub fn workbook(bytes: &[u8]) -> bool {
    let mut book = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in AROUND {
        pack(&mut book, name, text.as_bytes());
    }
    // The shared texts, and the sheet.
    let (texts, sheet) = bytes.split_at(bytes.iter().position(|byte| *byte == 0).unwrap_or_default());
    pack(&mut book, "xl/sharedStrings.xml", texts);
    pack(&mut book, "xl/worksheets/sheet1.xml", sheet.strip_prefix(b"\0").unwrap_or(sheet));
    let book = book.finish().expect("a workbook").into_inner();
    let Ok(table) = table_of(book) else { return false };
    let _ = import(&table, &CATALOG, &|text| parse_date(text).ok());
    true
}

fn pack(book: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) {
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    book.start_file(name, stored).expect("a part");
    book.write_all(bytes).expect("a part");
}

/// The parts of a workbook with one sheet, but for the sheet and its texts.
const AROUND: [(&str, &str); 4] = [
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    ),
];

/// A table of appointments.
pub fn appointments(bytes: &[u8]) -> bool {
    let Ok(table) = table_of(bytes.to_vec()) else { return false };
    let day = |text: &str| parse_date(text).ok();
    let followed = EXAMPLE.options.first().map(|option| option.id);
    let (nothing, today) = (Progress::default(), date(2028, 1, 1));
    match nothing.appointments(&table, (&EXAMPLE, followed), today, &day) {
        Ok(facts) => !facts.is_empty(),
        Err(problems) => {
            assert!(!problems.is_empty());
            false
        }
    }
}

/// A calendar with holidays and absences.
pub fn calendar(bytes: &[u8]) -> bool {
    let within = FIRST_DAY..=date(2037, 3, 1);
    let Ok(agenda) = Agenda::read(bytes, &within, &TimeZone::UTC) else { return false };
    for off in &agenda.time_off {
        assert!(!off.name.chars().any(char::is_control), "{off:?}");
    }
    !agenda.time_off.is_empty()
}

/// A clinic's particulars.
pub fn clinic(bytes: &[u8]) -> bool {
    let path = file_of(bytes, "clinic", "clinic.cldetails");
    let disk = Disk::here();
    let Ok(read) = read_clinic(&disk, &path) else { return false };
    let written = path.with_file_name("again.cldetails");
    write_clinic(&disk, &written, None, &read, "kept").expect("a file");
    assert_eq!(read_clinic(&disk, &written).expect("what is written can be read"), read);
    fs::remove_file(written).expect("the file written");
    true
}

/// A picture for the letterhead.
pub fn logo(bytes: &[u8]) -> bool {
    let Ok(logo) = Logo::new(bytes.to_vec()) else { return false };
    assert_eq!(logo.bytes(), bytes);
    true
}

/// What the program remembers.
pub fn settings(bytes: &[u8]) -> bool {
    let (read, warnings) = Settings::parse(&String::from_utf8_lossy(bytes));
    let path = file_of(b"", "settings", "settings.ron");
    let disk = Disk::here();
    // A path that is no text cannot be written down, and none is read from text.
    read.write(&disk, &path).expect("a file");
    assert_eq!(Settings::read(&disk, &path), (read, Vec::new()));
    warnings.is_empty()
}

/// A language that a clinic added.
pub fn language(bytes: &[u8]) -> bool {
    let Ok(read) = Language::parse("xx", &String::from_utf8_lossy(bytes)) else { return false };
    for key in read.keys().take(50) {
        let _ = (read.text(key), [0, 1, 3, 1_000].map(|count| read.plural(key, count)));
    }
    read.keys().next().is_some()
}

/// Amounts, shares and days as somebody types them in each country.
pub fn typed(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut is_read = false;
    for pack in Pack::all() {
        let plain = pack.to_plain(&text);
        for currency in ["USD", "EUR", "JPY", "BHD"].into_iter().filter_map(Currency::from_code) {
            let Ok(amount) = Money::parse(&plain, currency) else { continue };
            is_read = true;
            let shown = pack.amount(&amount.to_plain(currency), &currency.prefix());
            assert_eq!(Money::parse(&pack.to_plain(&shown), currency), Ok(amount), "{text:?} is shown as {shown:?}");
        }
        is_read |= Percent::parse(&plain, 10_000).is_ok();
        if let Some(day) = pack.read_date(&text) {
            is_read = true;
            assert_eq!(pack.read_date(&pack.day(day)), Some(day), "{text:?}");
        }
    }
    is_read
}
