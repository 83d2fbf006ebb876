//! Lays the sheet out in the background and hands its pages over as pictures, one at a time.

use super::handout::Order;
use crate::app::jobs::STACK;
use crate::app::latest::{Desk, Latest};
use crate::locale::{self, tr};
use crate::report::sheet::{Document, Page};
use crate::storage::Disk;
use crate::ui::PagePicture;
use eframe::egui;
use egui::{ColorImage, TextureOptions};
use std::sync::Arc;
use std::time::Duration;

/// How long nothing may change before the pages are laid out.
const PAUSE: Duration = Duration::from_millis(150);

/// What is to be shown.
struct Wish {
    /// The state of the choices that the order belongs to.
    state: u64,
    order: Arc<Order>,
    /// Pixels to a point of paper.
    scale: f32,
    window: egui::Context,
}

/// What came of a wish: a page, or why there are none.
type Answer = Result<Laid, String>;

/// A page as a picture.
struct Laid {
    at: usize,
    count: usize,
    image: ColorImage,
}

/// The pages as last laid out.
pub(in crate::app) struct Preview {
    worker: Option<Latest<Wish, Answer>>,
    /// The order that was last wished for, with the state it belongs to.
    order: Option<(u64, Arc<Order>)>,
    scale: f32,
    waiting: bool,
    pages: Vec<PagePicture>,
    problem: Option<String>,
}

impl Preview {
    /// Begins with no pages. The worker ends with this value, and the pictures are freed with it.
    pub(in crate::app) fn new() -> Self {
        let mut last = None;
        let panicked = || Some(Err(tr!("Something went wrong while the pages were laid out").to_owned()));
        let work = move |disk: &Disk, wish: &Wish, desk: &mut Desk<Wish, Answer>| draw(disk, wish, &mut last, desk);
        let worker = Latest::start(STACK, PAUSE, panicked, work);
        let problem = worker.as_ref().err().map(|error| tr!("The pages cannot be laid out: {error}", error));
        Self { worker: worker.ok(), order: None, scale: 0.0, waiting: false, pages: Vec::new(), problem }
    }

    /// Whether the order of this state is known already.
    pub(in crate::app) fn knows(&self, state: u64) -> bool {
        self.order.as_ref().is_some_and(|(of, _)| *of == state)
    }

    /// Wishes for the pages of this state at a scale; nothing happens if they are there or under way already, or if a
    /// state that is not known has no order, because there is something to mend first.
    pub(in crate::app) fn wish(&mut self, ctx: &egui::Context, state: u64, scale: f32, order: Option<Order>) {
        let scale = scale.clamp(0.2, 6.0);
        if !self.knows(state) {
            let Some(order) = order else { return };
            self.order = Some((state, Arc::new(order)));
            self.pages.iter_mut().for_each(|page| page.is_old = true);
        } else if (scale - self.scale).abs() < 0.005 {
            return;
        }
        let (Some(worker), Some((state, order))) = (&mut self.worker, &self.order) else { return };
        self.scale = scale;
        worker.ask(Wish { state: *state, order: Arc::clone(order), scale, window: ctx.clone() });
        self.waiting = true;
    }

    /// Takes what is there of the newest wish: at most one page, because a picture takes its time to the screen.
    pub(in crate::app) fn take(&mut self, ctx: &egui::Context) {
        let Some(answer) = self.worker.as_mut().and_then(Latest::newest_answer) else { return };
        // There may be more.
        ctx.request_repaint();
        match answer {
            Err(problem) => {
                self.pages.clear();
                self.problem = Some(problem);
                self.waiting = false;
            }
            Ok(Laid { at, count, image }) => {
                let picture = ctx.load_texture(format!("page {at}"), image, TextureOptions::LINEAR);
                let page = PagePicture { picture, is_old: false };
                match self.pages.get_mut(at) {
                    Some(old) => *old = page,
                    None => self.pages.push(page),
                }
                self.pages.truncate(count);
                self.problem = None;
                self.waiting = at + 1 < count;
            }
        }
    }

    /// The pages, some of which may be old ones.
    pub(in crate::app) fn pages(&self) -> &[PagePicture] {
        &self.pages
    }

    /// Whether newer ones are to come.
    pub(in crate::app) fn is_waiting(&self) -> bool {
        self.waiting
    }

    /// Why there are none.
    pub(in crate::app) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

/// Draws the pages of a wish. `last` is the document that was laid out last, with its state.
fn draw(disk: &Disk, wish: &Wish, last: &mut Option<(u64, Document)>, desk: &mut Desk<Wish, Answer>) {
    let kept = last.take().filter(|(state, _)| *state == wish.state).map(|(_, document)| document);
    let document = match kept.map_or_else(|| wish.order.lay_out(disk), Ok) {
        Ok(document) => document,
        Err(problem) => return tell(wish, desk, Err(problem)),
    };
    let (_, document) = last.insert((wish.state, document));
    for at in 0..document.page_count() {
        tell(wish, desk, locale::with(wish.order.locale, || page(document, at, wish.scale)));
        if desk.is_overtaken() {
            return;
        }
    }
}

fn tell(wish: &Wish, desk: &Desk<Wish, Answer>, answer: Answer) {
    desk.tell(answer);
    wish.window.request_repaint();
}

fn page(document: &Document, at: usize, scale: f32) -> Answer {
    let page = document.page(at, f64::from(scale));
    let page = page.ok_or_else(|| tr!("Something went wrong while the pages were drawn").to_owned())?;
    Ok(Laid { at, count: document.page_count(), image: image(&page) })
}

fn image(page: &Page) -> ColorImage {
    ColorImage::from_rgba_unmultiplied([page.width as usize, page.height as usize], &page.rgba)
}
