//! What is printed.

use crate::campaign::Results;
use crate::judge::Verdict;
use crate::program::Program;
use crate::ready;

/// The figures.
pub(crate) fn table(results: &Results, seed: u64) {
    let count = |fits: fn(&Verdict) -> bool| {
        results
            .findings
            .iter()
            .filter(|(_, _, verdict)| fits(verdict))
            .count()
    };
    println!("seed              {seed}");
    println!("programs          {}", results.programs);
    println!(
        "compared          {}",
        results.agree as usize + count(|verdict| matches!(verdict, Verdict::Differs(_)))
    );
    println!("  of them panic   {}", results.panics);
    println!("  effects logged  {}", results.effects);
    println!(
        "mismatches        {}",
        count(|verdict| matches!(verdict, Verdict::Differs(_)))
    );
    println!(
        "broken twins      {}",
        count(|verdict| matches!(verdict, Verdict::Broken(_)))
    );
    println!(
        "lost              {}",
        count(|verdict| matches!(verdict, Verdict::Lost))
    );
    println!(
        "refused           {}",
        results.refused.values().sum::<u64>()
    );
    for (name, count) in &results.refused {
        println!("  {name:<24} {count}");
    }
    println!("generator faults  {}", results.faults.len());
    println!("seconds           {:.0}", results.time.as_secs_f64());
}

/// How many programs have each construct.
pub(crate) fn coverage(results: &Results) {
    for (construct, count) in &results.coverage {
        println!("{count:>7}  {construct}");
    }
}

/// The programs that do not compile without the attribute either.
pub(crate) fn faults(results: &Results) {
    for (index, text) in &results.faults {
        println!("program {index} is no program:\n{text}");
    }
}

/// A finding as a test.
pub(crate) fn finding(index: u64, program: &Program, verdict: &Verdict) {
    println!("\n// program {index}: {}", headline(verdict));
    println!(
        "{}",
        ready::test(program, &format!("found_{index}"), verdict)
    );
}

/// A finding that was not made smaller.
pub(crate) fn unshrunk(index: u64, verdict: &Verdict) {
    println!("// program {index}: {}", headline(verdict));
}

fn headline(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Differs(outcome) => format!(
            "the halves differ\n// asynchronous: {:?}\n// blocking: {:?}",
            outcome.asynchronous, outcome.blocking
        ),
        Verdict::Broken(error) => {
            format!("the twin does not compile\n/*\n{error}\n*/")
        }
        Verdict::Lost => "the process ended, or did not end at all".to_owned(),
        other => format!("{other:?}"),
    }
}
