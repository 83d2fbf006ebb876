//! Lays the sheet out beside the window and hands its pages over as pictures, one at a time.

use super::handout::Order;
use crate::app::jobs::STACK;
use crate::locale::{self, tr};
use crate::report::sheet::{Document, Page};
use crate::ui::PagePicture;
use eframe::egui;
use egui::{ColorImage, TextureOptions};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long nothing may change before the pages are laid out.
const PAUSE: Duration = Duration::from_millis(150);

/// What is to be shown.
struct Wish {
    number: u64,
    /// The state of the choices that the order belongs to.
    state: u64,
    order: Arc<Order>,
    /// Pixels to a point of paper.
    scale: f32,
}

/// What came of a wish: a page, or why there are none.
struct Answer {
    number: u64,
    page: Result<Laid, String>,
}

/// A page as a picture.
struct Laid {
    at: usize,
    count: usize,
    image: ColorImage,
}

/// The pages as last laid out.
pub(in crate::app) struct Preview {
    wishes: Option<Sender<Wish>>,
    answers: Receiver<Answer>,
    /// The order that was last wished for, with the state it belongs to.
    order: Option<(u64, Arc<Order>)>,
    scale: f32,
    number: u64,
    waiting: bool,
    pages: Vec<PagePicture>,
    problem: Option<String>,
}

impl Preview {
    /// Begins with no pages. The worker ends with this value, and the pictures are freed with it.
    pub(in crate::app) fn new(ctx: &egui::Context) -> Self {
        let (wishes, received) = channel();
        let (tell, answers) = channel();
        let window = ctx.clone();
        let work = move || work(&received, &tell, &window);
        let worker = std::thread::Builder::new().stack_size(STACK).spawn(work);
        let problem = worker.as_ref().err().map(|error| tr!("The pages cannot be laid out: {error}", error));
        Self {
            wishes: worker.ok().map(|_| wishes),
            answers,
            order: None,
            scale: 0.0,
            number: 0,
            waiting: false,
            pages: Vec::new(),
            problem,
        }
    }

    /// Whether the order of this state is known already.
    pub(in crate::app) fn knows(&self, state: u64) -> bool {
        self.order.as_ref().is_some_and(|(of, _)| *of == state)
    }

    /// Wishes for the pages of this state at a scale; nothing happens if they are there or under way already, or if a
    /// state that is not known has no order, because there is something to mend first.
    pub(in crate::app) fn wish(&mut self, state: u64, scale: f32, order: Option<Order>) {
        let scale = scale.clamp(0.2, 6.0);
        if !self.knows(state) {
            let Some(order) = order else { return };
            self.order = Some((state, Arc::new(order)));
            self.pages.iter_mut().for_each(|page| page.is_old = true);
        } else if (scale - self.scale).abs() < 0.005 {
            return;
        }
        let (Some(wishes), Some((state, order))) = (&self.wishes, &self.order) else { return };
        self.scale = scale;
        self.number += 1;
        let wish = Wish { number: self.number, state: *state, order: Arc::clone(order), scale };
        self.waiting = wishes.send(wish).is_ok();
    }

    /// Takes what is there of the newest wish: at most one page, because a picture takes its time to the screen.
    pub(in crate::app) fn take(&mut self, ctx: &egui::Context) {
        let number = self.number;
        let Some(answer) = self.answers.try_iter().find(|answer| answer.number == number) else { return };
        // There may be more.
        ctx.request_repaint();
        match answer.page {
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

/// Carries out the newest wish once nothing has changed for a while; those it overtook are void.
fn work(wishes: &Receiver<Wish>, tell: &Sender<Answer>, window: &egui::Context) {
    let mut last: Option<(u64, Document)> = None;
    let mut next = None;
    while let Some(mut wish) = next.take().or_else(|| wishes.recv().ok()) {
        loop {
            match wishes.recv_timeout(PAUSE) {
                Ok(newer) => wish = newer,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let kept = last.take().filter(|(state, _)| *state == wish.state).map(|(_, document)| document);
        let tell = |page| {
            let told = tell.send(Answer { number: wish.number, page }).is_ok();
            window.request_repaint();
            told
        };
        let locale = wish.order.locale;
        match kept.map_or_else(|| locale::with(locale, || lay_out(&wish.order)), Ok) {
            Err(problem) => drop(tell(Err(problem))),
            Ok(document) => {
                for at in 0..document.page_count() {
                    next = wishes.try_iter().last();
                    if next.is_some() || !tell(locale::with(locale, || draw(&document, at, wish.scale))) {
                        break;
                    }
                }
                last = Some((wish.state, document));
            }
        }
    }
}

/// A layout that panics is a page that cannot be shown, not a preview that never answers again.
fn lay_out(order: &Order) -> Result<Document, String> {
    std::panic::catch_unwind(AssertUnwindSafe(|| order.lay_out()))
        .unwrap_or_else(|_| Err(tr!("Something went wrong while the pages were laid out").to_owned()))
}

fn draw(document: &Document, at: usize, scale: f32) -> Result<Laid, String> {
    let drawn =
        std::panic::catch_unwind(AssertUnwindSafe(|| document.page(at, f64::from(scale)).map(|page| image(&page))));
    let drawn = drawn.ok().flatten();
    let image = drawn.ok_or_else(|| tr!("Something went wrong while the pages were drawn").to_owned())?;
    Ok(Laid { at, count: document.page_count(), image })
}

fn image(page: &Page) -> ColorImage {
    ColorImage::from_rgba_unmultiplied([page.width as usize, page.height as usize], &page.rgba)
}
