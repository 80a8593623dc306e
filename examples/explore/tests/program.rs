//! The program, as it is called from a shell.

mod common;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use common::{ODD, Place, Tested, database, empty_place, fingerprints, make};

fn explore() -> Command {
    Command::new(env!("CARGO_BIN_EXE_explore"))
}

fn run<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    explore().args(args).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Explores what must not be explored: nothing is printed but one line, and nothing is touched.
#[track_caller]
fn refused(place: &Place, reason: &str) {
    let before = fingerprints(place.folder.path());
    let output = run([&place.path]);
    assert_eq!(fingerprints(place.folder.path()), before);
    assert_eq!(text(&output.stdout), "");
    assert_eq!(
        text(&output.stderr),
        format!("explore: {}: {reason}\n", place.path.display())
    );
    assert_eq!(output.status.code(), Some(1));
}

/// Explores, and sees that nothing is touched.
#[track_caller]
fn explored(place: &Place, args: &[&str]) -> String {
    let before = fingerprints(place.folder.path());
    let output = explore()
        .args(args)
        .arg(&place.path)
        .output()
        .expect("the program starts");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fingerprints(place.folder.path()), before);
    text(&output.stdout)
}

#[test]
fn both_halves_agree_and_touch_nothing() {
    let place = database(ODD);
    let report = explored(&place, &[]);
    let file = format!("  file: {}\n", place.path.display());
    assert!(report.starts_with(&file), "{report}");
    for part in [
        "\n  layout: ",
        "\na\"b: table, 3 rows\n",
        "\n  indexes: computed_text\n",
        "\n  stored: by primary key, without row numbers\n",
        "\nBoth halves agree: async in ",
    ] {
        assert!(report.contains(part), "{part}\nis not in\n{report}");
    }
}

#[test]
fn a_table_is_written_as_csv() {
    let place = database(ODD);
    assert_eq!(
        explored(&place, &["--csv", "a\"b"]),
        "\"c\"\"d\",group\nx,1\nx,2\n,3\n"
    );
    assert_eq!(explored(&place, &["--csv", "two words"]), "\" \"\n");
}

#[test]
fn a_database_in_wal_mode_is_left_alone() -> Tested {
    const ROW: &str = "PRAGMA journal_mode = wal; CREATE TABLE t (a); INSERT INTO t VALUES (1);";
    // Closed: no log is there, and none must appear.
    let place = database(ROW);
    assert_eq!(explored(&place, &["--csv", "t"]), "a\n1\n");
    assert!(explored(&place, &[]).contains("\nt: table, 1 row\n"));

    // An empty log is what a reader without the right to write leaves behind.
    fs::write(beside(&place.path, "-wal"), "")?;
    assert_eq!(explored(&place, &["--csv", "t"]), "a\n1\n");

    // In use by another program: what stands in its log is seen. Readers make notes in the index
    // of a log, so that one changes.
    let place = empty_place();
    let _writer = make(&place.path, ROW);
    let before = states(place.folder.path());
    let output = run([OsStr::new("--csv"), OsStr::new("t"), place.path.as_os_str()]);
    assert_eq!(text(&output.stdout), "a\n1\n");
    assert_eq!(states(place.folder.path()), before);

    // Left by a crash, and copied without its index: the log cannot be read without making one.
    let copy = empty_place();
    fs::copy(&place.path, &copy.path)?;
    fs::copy(beside(&place.path, "-wal"), beside(&copy.path, "-wal"))?;
    refused(
        &copy,
        "a write was interrupted and its write-ahead log is still there; \
        open the database once with the program that writes it",
    );
    Ok(())
}

/// The files of a folder in use, with their length and the time of their last change. They must
/// not be opened: to close them again would take the locks from the connection of this process.
fn states(folder: &Path) -> BTreeMap<PathBuf, Option<(u64, SystemTime)>> {
    let entries = fs::read_dir(folder).expect("a folder");
    let state = |path: PathBuf| {
        let data = path.metadata().expect("a file");
        let is_index = path.to_string_lossy().ends_with("-shm");
        let state = (data.len(), data.modified().expect("a time"));
        (path, Some(state).filter(|_| !is_index))
    };
    entries
        .map(|entry| state(entry.expect("an entry").path()))
        .collect()
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[test]
fn what_is_no_database_is_refused() -> Tested {
    refused(&empty_place(), "no such file");

    let place = empty_place();
    fs::create_dir(&place.path)?;
    refused(&place, "this is a directory, not a database file");

    let place = empty_place();
    fs::write(&place.path, "")?;
    refused(&place, "the file is empty, so it is no database yet");

    for content in ["short", &"a long text file\n".repeat(1000)] {
        fs::write(&place.path, content)?;
        refused(&place, "this is not an SQLite database");
    }
    Ok(())
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_refused() -> Tested {
    let place = empty_place();
    std::os::unix::net::UnixListener::bind(&place.path)?;
    refused(&place, "this is a special file, not a database file");
    Ok(())
}

#[test]
#[cfg(unix)]
fn a_link_is_followed_to_its_logs() -> Tested {
    let place = empty_place();
    let _writer = make(
        &place.path,
        "PRAGMA journal_mode = wal; CREATE TABLE t (a); INSERT INTO t VALUES (1)",
    );
    let elsewhere = empty_place();
    std::os::unix::fs::symlink(&place.path, &elsewhere.path)?;
    let output = run([
        OsStr::new("--csv"),
        OsStr::new("t"),
        elsewhere.path.as_os_str(),
    ]);
    assert_eq!(text(&output.stdout), "a\n1\n");
    assert_eq!(states(elsewhere.folder.path()).len(), 1);
    Ok(())
}

#[test]
fn a_damaged_database_is_refused() -> Tested {
    let place = database(
        "CREATE TABLE t (a); CREATE TABLE u (a);
        INSERT INTO t WITH RECURSIVE n (i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) SELECT hex(i) FROM n",
    );
    // A page in the middle, which only a look at the table itself meets.
    let mut file = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(&place.path)?;
    file.seek(SeekFrom::Start(4096 * 8))?;
    file.write_all(&[0x5a; 4096 * 4])?;
    refused(&place, "the database is damaged");
    let mut half = vec![0; 6000];
    file.rewind()?;
    file.read_exact(&mut half)?;
    fs::write(&place.path, &half)?;
    refused(&place, "the database is damaged");
    fs::write(&place.path, &half[..50])?;
    refused(&place, "the database is damaged");
    Ok(())
}

#[test]
fn a_locked_database_is_refused() {
    let place = empty_place();
    let writer = make(&place.path, "CREATE TABLE t (a); BEGIN EXCLUSIVE;");
    let before = states(place.folder.path());
    let output = run([&place.path]);
    assert_eq!(states(place.folder.path()), before);
    assert_eq!(text(&output.stdout), "");
    let path = place.path.display();
    let expected = format!("explore: {path}: the database is locked by another program\n");
    assert_eq!(text(&output.stderr), expected);
    assert_eq!(output.status.code(), Some(1));
    writer.execute_batch("COMMIT").expect("nothing to write");
    assert!(explored(&place, &[]).contains("\nt: table, 0 rows\n"));
}

#[test]
fn an_interrupted_write_is_not_undone() -> Tested {
    let place = empty_place();
    let writer = make(
        &place.path,
        "PRAGMA cache_size = 2; CREATE TABLE t (a);
        INSERT INTO t WITH RECURSIVE n (i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT zeroblob(900) FROM n;
        BEGIN; UPDATE t SET a = randomblob(900);",
    );
    let copy = empty_place();
    fs::copy(&place.path, &copy.path)?;
    fs::copy(
        beside(&place.path, "-journal"),
        beside(&copy.path, "-journal"),
    )?;
    drop(writer);
    refused(
        &copy,
        "a write was interrupted and its journal is still there; \
        open the database once with the program that writes it",
    );
    Ok(())
}

#[test]
fn a_missing_table_is_one_line() {
    let place = database(ODD);
    let output = run([
        OsStr::new("--csv"),
        OsStr::new("nil"),
        place.path.as_os_str(),
    ]);
    assert_eq!(text(&output.stdout), "");
    assert_eq!(
        text(&output.stderr),
        format!(
            "explore: {}: no such table: \"nil\"\n",
            place.path.display()
        )
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn without_a_path_cargo_is_looked_at() -> Tested {
    let home = tempfile::tempdir()?;
    drop(make(
        &home.path().join(".global-cache"),
        "CREATE TABLE crates (a)",
    ));
    let output = explore().env("CARGO_HOME", home.path()).output()?;
    assert_eq!(text(&output.stderr), "");
    assert!(text(&output.stdout).contains("\ncrates: table, 0 rows\n"));
    Ok(())
}

#[test]
fn without_anything_a_sample_is_made_and_removed() -> Tested {
    let home = tempfile::tempdir()?;
    let temporary = tempfile::tempdir()?;
    let output = explore()
        .env("CARGO_HOME", home.path())
        .env("TMPDIR", temporary.path())
        .output()?;
    assert_eq!(
        text(&output.stderr),
        format!(
            "explore: no {}; here is a small sample instead\n",
            home.path().join(".global-cache").display()
        )
    );
    assert!(text(&output.stdout).contains("\nauthors: table, 4 rows\n"));
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fingerprints(temporary.path()).len(), 0);
    assert_eq!(fingerprints(home.path()).len(), 0);
    Ok(())
}

#[test]
fn the_command_line_is_explained() {
    let output = run(["--help"]);
    assert!(text(&output.stdout).contains("\nUsage: explore [OPTIONS] [PATH]\n"));
    assert_eq!(
        (text(&output.stderr).as_str(), output.status.code()),
        ("", Some(0))
    );

    for (args, problem) in [
        (&["--nonsense"][..], "unknown option \"--nonsense\""),
        (&["--csv"], "`--csv` needs the name of a table"),
        (
            &["--rows", "none"],
            "`--rows` needs a number above 0, not \"none\"",
        ),
        (
            &["--rows", "0"],
            "`--rows` needs a number above 0, not \"0\"",
        ),
        (&["one", "two"], "one and two are two files"),
    ] {
        let output = run(args);
        assert_eq!(
            text(&output.stderr),
            format!("explore: {problem}; `explore --help` tells more\n")
        );
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(2)));
    }
    let output = run(["--", "--nonsense"]);
    assert_eq!(text(&output.stderr), "explore: --nonsense: no such file\n");
}

#[test]
fn limits_are_taken_from_the_command_line() {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)");
    let report = explored(&place, &["--rows", "2"]);
    assert!(
        report.contains("  a  any  2+ distinct, 1 to 2 (first 2 rows)\n"),
        "{report}"
    );
}

/// A reader that goes away early, such as `head`, is no failure.
#[test]
fn a_closed_pipe_ends_quietly() -> Tested {
    let place = database(
        "CREATE TABLE t AS WITH RECURSIVE n (i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT hex(i) AS i FROM n",
    );
    for args in [&["--csv", "t"][..], &[], &["--help"]] {
        let mut child = explore()
            .args(args)
            .arg(&place.path)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        drop(child.stdout.take());
        let output = child.wait_with_output()?;
        assert_eq!(text(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }
    Ok(())
}
