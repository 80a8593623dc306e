//! What is printed.

use anyhow::ensure;
use await_me_maybe_benches::programs::{PROGRAMS, Variant};

/// For each program, a figure for each form.
pub(crate) type Figures = Vec<Vec<u64>>;

/// The figures, with the ratio of the twin to what is written by hand.
pub(crate) fn numbers(title: &str, figures: &Figures, variants: &[Variant]) {
    print!("\n{title}\n\n| program |");
    for variant in variants {
        print!(" {} |", name(*variant));
    }
    print!(
        " twin / by hand |\n|---|{}---:|\n",
        "---:|".repeat(variants.len())
    );
    for (program, figures) in PROGRAMS.iter().zip(figures) {
        print!("| {} |", program.name);
        for figure in figures {
            print!(" {} |", grouped(*figure));
        }
        println!(" {:.3} |", ratio(figures));
    }
}

/// What is reported apart, and why.
pub(crate) fn apart() {
    println!();
    for program in &PROGRAMS {
        if let Some(reason) = program.apart {
            println!("Apart: {}: {reason}.", program.name);
        }
    }
}

/// # Errors
///
/// If a twin costs something, save where it has to.
pub(crate) fn verdict(instructions: &Figures, allocations: &Figures) -> anyhow::Result<()> {
    let mut costly = Vec::new();
    for ((program, instructions), allocations) in PROGRAMS.iter().zip(instructions).zip(allocations)
    {
        let free = (0.99..=1.01).contains(&ratio(instructions))
            && allocations[Variant::Twin as usize] <= allocations[Variant::ByHand as usize];
        if !free && program.apart.is_none() {
            costly.push(program.name);
        }
    }
    ensure!(costly.is_empty(), "not what is written by hand: {costly:?}");
    Ok(())
}

fn name(variant: Variant) -> &'static str {
    match variant {
        Variant::Twin => "twin",
        Variant::ByHand => "by hand",
        Variant::Pollster => "async, pollster",
        Variant::Tokio => "async, tokio",
    }
}

#[allow(clippy::cast_precision_loss, reason = "figures are far below 2^52")]
fn ratio(figures: &[u64]) -> f64 {
    figures[Variant::Twin as usize] as f64 / figures[Variant::ByHand as usize] as f64
}

/// `12 345`, in groups of three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
