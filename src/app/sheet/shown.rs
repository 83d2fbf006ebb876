//! What is there only while the sheet is shown: its pages, the printers, and the clinic's details as they are changed.

use super::clinic::ClinicDesk;
use super::preview::Preview;
use crate::app::jobs::Ending;
use crate::printing::Printers;
use crate::ui::{ClinicForm, Layout, PrinterChoice};
use std::path::PathBuf;

/// What is there only while the sheet is shown.
pub(in crate::app) struct Shown {
    pub(in crate::app) clinic: ClinicDesk,
    /// Whether the clinic's details have been read; until then no page is laid out.
    pub(in crate::app) is_read: bool,
    pub(in crate::app) form: Option<ClinicForm>,
    pub(super) preview: Preview,
    pub(super) printers: PrinterChoice,
    /// Grows with every change of what the pages show, apart from the plan itself.
    pub(super) changes: u64,
    pub(super) own_layout: Option<String>,
}

impl Shown {
    pub(super) fn new() -> Self {
        Self {
            clinic: ClinicDesk::default(),
            is_read: false,
            form: None,
            preview: Preview::new(),
            printers: PrinterChoice::Looking,
            changes: 1,
            own_layout: None,
        }
    }

    /// What the pages show has changed.
    pub(super) fn changed(&mut self) {
        self.changes += 1;
        self.own_layout = self.layout().map(|path| {
            let name = path.file_name().unwrap_or(path.as_os_str());
            name.to_string_lossy().into_owned()
        });
    }

    /// The clinic's own layout, as it is or as it is being changed.
    pub(in crate::app) fn layout(&self) -> Option<PathBuf> {
        match &self.form {
            Some(form) => self.clinic.layout(&form.layout),
            None => self.clinic.layout(&self.clinic.file.template.clone().map_or(Layout::BuiltIn, Layout::Own)),
        }
    }

    /// The clinic's details are there. What is being changed is not read anew under the hands.
    pub(super) fn take_details(&mut self, clinic: ClinicDesk) {
        if self.form.is_none() {
            self.clinic = clinic;
        }
        self.is_read = true;
        self.changed();
    }

    /// Takes what came of looking for printers.
    pub(super) fn take_printers(&mut self, ending: Ending<Printers>) {
        self.printers = match ending {
            Ending::Done(Printers { names, default }) => PrinterChoice::There { names, default },
            Ending::Failed(why) => PrinterChoice::Missing(why),
            Ending::GivenUp(_) => return,
        };
    }
}
