//! The window, driven by accessible names as a screen reader would, without display or GPU.

mod client_view;
mod commands;
mod desk;
mod dialogs;
mod edges;
mod editing;
mod every;
mod exchange;
mod files;
mod german;
mod jobs;
mod keyboard;
mod money;
mod options;
mod painter;
mod paying;
mod picture;
mod pictures;
mod prices;
mod reading;
mod record;
mod shared;
mod sheet;
mod start;
mod typing;
mod unread;
