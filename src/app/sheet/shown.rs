//! What is there only while the sheet is shown: its pages, the printers, and the clinic's details as they are changed.

use super::clinic::ClinicDesk;
use super::preview::Preview;
use crate::app::start::Printing;
use crate::locale::{self, tr};
use crate::printing::{PrintError, Printers};
use crate::ui::{ClinicForm, Layout, PrinterChoice};
use eframe::egui;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

/// What is there only while the sheet is shown.
pub(in crate::app) struct Shown {
    pub(in crate::app) clinic: ClinicDesk,
    pub(in crate::app) form: Option<ClinicForm>,
    pub(super) preview: Preview,
    pub(super) printers: PrinterChoice,
    /// Where the answer about the printers comes from.
    looking: Option<Receiver<Result<Printers, PrintError>>>,
    /// Grows with every change of what the pages show, apart from the plan itself.
    pub(super) changes: u64,
    pub(super) own_layout: Option<String>,
}

impl Shown {
    pub(super) fn new(ctx: &egui::Context, clinic: Option<PathBuf>) -> Self {
        let mut shown = Self {
            clinic: ClinicDesk::read(clinic),
            form: None,
            preview: Preview::new(ctx),
            printers: PrinterChoice::Looking,
            looking: None,
            changes: 0,
            own_layout: None,
        };
        shown.changed();
        shown
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

    /// Looks for printers beside the window.
    pub(super) fn look_for_printers(&mut self, ctx: &egui::Context, printing: Printing) {
        let (tell, looking) = channel();
        let ctx = ctx.clone();
        let look = locale::carried(move || {
            // The sheet may be closed by now; then nobody waits for the answer.
            let _ = tell.send((printing.printers)());
            ctx.request_repaint();
        });
        self.printers = PrinterChoice::Looking;
        self.looking = Some(looking);
        if let Err(error) = std::thread::Builder::new().spawn(look) {
            self.printers = PrinterChoice::Missing(tr!("The printers cannot be looked for: {error}", error));
        }
    }

    pub(super) fn take(&mut self, ctx: &egui::Context) {
        self.preview.take(ctx);
        if let Some(Ok(answer)) = self.looking.as_ref().map(Receiver::try_recv) {
            self.looking = None;
            self.printers = match answer {
                Ok(Printers { names, default }) => PrinterChoice::There { names, default },
                Err(error) => PrinterChoice::Missing(error.to_string()),
            };
        }
    }
}
