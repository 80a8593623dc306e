//! `tokio::fs`, on real files.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::io::IoSlice;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use await_me_maybe_conformance::folder::Folder;
    use await_me_maybe_conformance::outcome::shown;
    use tokio::fs::{self, DirBuilder, File, FileTimes, OpenOptions};
    use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufReader, SeekFrom};

    fn bare(path: &Path, folder: &Folder) -> String {
        let path = path.strip_prefix(folder.path()).unwrap_or(path);
        path.display().to_string()
    }

    pub(crate) async fn paths() -> Vec<String> {
        let folder = Folder::new();
        let (a, b, none) = (folder.at("a"), folder.at("b"), folder.at("none/at/all"));
        let mut seen = Vec::new();
        seen.push(shown(fs::write(&a, "hello").await));
        seen.push(shown(fs::read(&a).await));
        seen.push(shown(fs::read_to_string(&a).await));
        seen.push(shown(fs::copy(&a, &b).await));
        seen.push(shown(fs::try_exists(&b).await));
        seen.push(shown(fs::rename(&b, folder.at("c")).await));
        seen.push(shown(fs::try_exists(&b).await));
        seen.push(shown(fs::hard_link(&a, &b).await));
        seen.push(shown(
            fs::metadata(&b)
                .await
                .map(|data| (data.len(), data.is_file())),
        ));
        let canonical = fs::canonicalize(folder.at("../").join(folder.path()).join("./a")).await;
        seen.push(shown(canonical.map(|path| bare(&path, &folder))));
        seen.push(shown(fs::create_dir(folder.at("d")).await));
        seen.push(shown(fs::create_dir(folder.at("d")).await));
        seen.push(shown(fs::create_dir_all(folder.at("d/e/f")).await));
        seen.push(shown(fs::remove_dir(folder.at("d")).await));
        seen.push(shown(fs::remove_dir_all(folder.at("d")).await));
        seen.push(shown(fs::remove_file(&a).await));
        seen.push(shown(fs::write(&a, [0xff]).await));
        seen.push(shown(fs::read_to_string(&a).await));
        let mut permissions = fs::metadata(&a).await.unwrap().permissions();
        permissions.set_readonly(true);
        seen.push(shown(fs::set_permissions(&a, permissions).await));
        seen.push(shown(
            fs::metadata(&a)
                .await
                .map(|data| data.permissions().readonly()),
        ));
        for result in [
            shown(fs::read(&none).await),
            shown(fs::read_to_string(&none).await),
            shown(fs::write(&none, "").await),
            shown(fs::copy(&none, &a).await),
            shown(fs::rename(&none, &a).await),
            shown(fs::hard_link(&none, &a).await),
            shown(fs::metadata(&none).await.map(drop)),
            shown(fs::symlink_metadata(&none).await.map(drop)),
            shown(fs::canonicalize(&none).await),
            shown(fs::create_dir(&none).await),
            shown(fs::remove_dir(&none).await),
            shown(fs::remove_dir_all(&none).await),
            shown(fs::remove_file(&none).await),
            shown(fs::read_link(&none).await),
            shown(fs::read_dir(&none).await.map(drop)),
            shown(File::open(&none).await.map(drop)),
            shown(File::create(&none).await.map(drop)),
        ] {
            assert!(result.starts_with("NotFound: "), "{result}");
            seen.push(result);
        }
        seen
    }

    #[cfg(unix)]
    pub(crate) async fn links() -> Vec<String> {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = Folder::new();
        let link = folder.at("link");
        let mut seen = vec![shown(fs::symlink("nowhere", &link).await)];
        seen.push(shown(fs::read_link(&link).await));
        seen.push(shown(fs::try_exists(&link).await));
        let data = fs::symlink_metadata(&link).await;
        seen.push(shown(data.map(|data| data.is_symlink())));
        let mut builder = DirBuilder::new();
        builder.mode(0o750);
        seen.push(shown(builder.create(folder.at("d")).await));
        let data = fs::metadata(folder.at("d")).await;
        seen.push(shown(data.map(|data| data.permissions().mode() & 0o777)));
        let mut options = OpenOptions::new();
        options.write(true).create(true).mode(0o600);
        seen.push(shown(options.open(folder.at("f")).await.map(drop)));
        let data = fs::metadata(folder.at("f")).await;
        seen.push(shown(data.map(|data| data.permissions().mode() & 0o777)));
        seen
    }

    pub(crate) async fn folders() -> Vec<String> {
        let folder = Folder::new();
        let mut seen = Vec::new();
        let mut builder = DirBuilder::new();
        seen.push(shown(
            builder
                .create(folder.at("a/b"))
                .await
                .map_err(|error| error.kind().into()),
        ));
        builder.recursive(true);
        seen.push(shown(builder.create(folder.at("a/b")).await));
        seen.push(shown(builder.create(folder.at("a/b")).await));
        fs::write(folder.at("a/c"), "text").await.unwrap();
        let mut entries = fs::read_dir(folder.at("a")).await.unwrap();
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry().await.unwrap() {
            let kind = entry.file_type().await.unwrap();
            let len = entry.metadata().await.unwrap().len();
            let len = if kind.is_file() { len } else { 0 };
            let path = bare(&entry.path(), &folder);
            found.push(format!(
                "{path} {:?} {} {len}",
                entry.file_name(),
                kind.is_dir()
            ));
        }
        found.sort();
        seen.extend(found);
        seen.push(shown(
            entries.next_entry().await.map(|entry| entry.is_none()),
        ));
        seen
    }

    pub(crate) async fn file() -> Vec<String> {
        let folder = Folder::new();
        let name = folder.at("a");
        let mut seen = Vec::new();
        let mut file = File::create_new(&name).await.unwrap();
        seen.push(shown(File::create_new(&name).await.map(drop)));
        seen.push(shown(file.write_all(b"0123456789").await));
        let bufs = [IoSlice::new(b"ab"), IoSlice::new(b"cd")];
        seen.push(shown(file.write_vectored(&bufs).await));
        seen.push(shown(file.flush().await));
        seen.push(shown(file.sync_all().await));
        seen.push(shown(file.sync_data().await));
        seen.push(shown(file.seek(SeekFrom::End(-3)).await));
        let mut text = String::new();
        seen.push(shown(file.read_to_string(&mut text).await));
        seen.push(text);
        seen.push(shown(file.read(&mut [0; 4]).await));
        seen.push(shown(file.rewind().await));
        seen.push(shown(file.read_u8().await));
        seen.push(shown(file.stream_position().await));
        seen.push(shown(file.seek(SeekFrom::Current(-9)).await));
        seen.push(shown(file.set_len(4).await));
        seen.push(shown(file.metadata().await.map(|data| data.len())));
        let mut other = file.try_clone().await.unwrap();
        seen.push(shown(other.seek(SeekFrom::Start(2)).await));
        seen.push(shown(other.read_u8().await));
        seen.push(shown(other.shutdown().await));
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1000);
        seen.push(shown(file.set_modified(then).await));
        let modified = file.metadata().await.unwrap().modified().unwrap();
        seen.push((modified == then).to_string());
        let times = FileTimes::new().set_accessed(then);
        seen.push(shown(file.set_times(times).await));
        let mut permissions = file.metadata().await.unwrap().permissions();
        permissions.set_readonly(true);
        seen.push(shown(file.set_permissions(permissions).await));
        let std = file.into_std().await;
        seen.push(shown(
            std.metadata().map(|data| data.permissions().readonly()),
        ));
        let file = File::from_std(std);
        seen.push(file.max_buf_size().to_string());
        seen.push(format!("{}", file.try_into_std().is_ok()));
        seen
    }

    pub(crate) async fn at_most() -> Vec<String> {
        let folder = Folder::new();
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(true);
        let mut file = options.open(folder.at("a")).await.unwrap();
        file.set_max_buf_size(3);
        let mut seen = vec![file.max_buf_size().to_string()];
        seen.push(shown(file.write(b"abcdef").await));
        let bufs = [IoSlice::new(b"gh"), IoSlice::new(b"ijk")];
        seen.push(shown(file.write_vectored(&bufs).await));
        seen.push(shown(file.write_all(b"0123456").await));
        seen.push(shown(file.rewind().await));
        let mut buf = [0; 9];
        seen.push(shown(file.read(&mut buf).await));
        seen.push(shown(file.read(&mut buf[..2]).await));
        let mut text = String::new();
        let mut reader = BufReader::new(file);
        seen.push(shown(reader.read_to_string(&mut text).await));
        seen.push(text);
        seen
    }

    pub(crate) async fn opened() -> Vec<String> {
        let folder = Folder::new();
        let name = folder.at("a");
        let mut seen = Vec::new();
        seen.push(shown(OpenOptions::new().open(&name).await.map(drop)));
        seen.push(shown(
            OpenOptions::new().write(true).open(&name).await.map(drop),
        ));
        fs::write(&name, "abc").await.unwrap();
        let mut appended = OpenOptions::new().append(true).open(&name).await.unwrap();
        seen.push(shown(appended.write_all(b"def").await));
        seen.push(shown(appended.flush().await));
        seen.push(shown(fs::read_to_string(&name).await));
        seen.push(shown(
            OpenOptions::new()
                .create_new(true)
                .write(true)
                .open(&name)
                .await
                .map(drop),
        ));
        let mut read = File::open(&name).await.unwrap();
        // tokio's says so at the flush, the mirror's at the write.
        let written = match read.write_all(b"x").await {
            Ok(()) => read.flush().await,
            failed => failed,
        };
        seen.push(shown(written));
        let mut written = File::create(&name).await.unwrap();
        seen.push(shown(written.read(&mut [0; 1]).await));
        seen.push(shown(fs::read(&name).await));
        let std = std::fs::OpenOptions::new().read(true).to_owned();
        seen.push(shown(OpenOptions::from(std).open(&name).await.map(drop)));
        seen
    }
}

macro_rules! same {
    ($($(#[$attr:meta])* $name:ident: $len:literal, [$($at:literal = $value:literal),*];)*) => {$(
        $(#[$attr])*
        #[test]
        fn $name() {
            let seen = both(suite::$name(), suite::blocking::$name);
            assert_eq!(seen.len(), $len, "{seen:#?}");
            $(assert_eq!(seen[$at], $value, "{seen:#?}");)*
        }
    )*};
}

same! {
    paths: 37, [0 = "()", 2 = r#""hello""#, 3 = "5", 4 = "true", 6 = "false", 8 = "(5, true)", 9 = r#""a""#, 19 = "true"];
    #[cfg(unix)]
    links: 8, [1 = r#""nowhere""#, 2 = "false", 3 = "true", 5 = "488", 7 = "384"];
    folders: 6, [1 = "()", 2 = "()", 3 = r#"a/b "b" true 0"#, 4 = r#"a/c "c" false 4"#, 5 = "true"];
    file: 26, [1 = "()", 2 = "4", 6 = "11", 8 = "bcd", 9 = "0", 11 = "48", 12 = "1", 15 = "4", 17 = "50", 20 = "true", 23 = "true", 24 = "2097152", 25 = "true"];
    at_most: 9, [1 = "3", 2 = "3", 5 = "3", 6 = "2", 7 = "8", 8 = "i0123456"];
    opened: 10, [4 = r#""abcdef""#, 8 = "[]", 9 = "()"];
}
