//! The fit of centres and spreads: trials in, centres and spreads out, the same bits on every platform.
//!
//! Of each treatment on each concern the trials ask one question: the logarithm of its gain of one session, `ln a`. Trial
//! `i` of question `q` answers
//!
//! ```text
//! ln a(i)   =  centre(q) + deviation(i)        deviation ~ spread · t with 4 degrees of freedom
//! measured  =  I(course; a(i)) + error         error ~ stated or assumed error · t with 4 degrees of freedom
//! spread    ~  half-normal(0.7), one for all questions;   centre ~ level from a = 0.01 to a = 3
//! ```
//!
//! where `I` is the product's own engine on its typical course: ceiling, build-up and fading are the catalogue's. Readings of
//! one trial share its deviation, and its people: n readings count as one, each with √n times its error. What a trial does
//! not tell (months of follow-up, three or four sessions) is averaged over what it may have been. Everything lies on grids
//! and is summed, nothing is drawn.
//!
//! The same sums answer two further questions: how far people of one trial differ (`people`) and what PRP multiplies (`prp`).
//!
//! ```text
//! data ──> course ──> arms ──> trials ──> left_out ──> report
//!             └──> people, prp ──┴──────> findings ──────┘
//! ```

pub(crate) mod arms;
pub(crate) mod course;
pub(crate) mod data;
pub(crate) mod findings;
pub(crate) mod left_out;
pub(crate) mod numbers;
pub(crate) mod people;
pub(crate) mod posterior;
pub(crate) mod prp;
pub(crate) mod report;
pub(crate) mod trials;

pub(crate) use report::report;
