"""Files of pages: what is in the folder, and nothing else."""

from pathlib import Path

from tests.serve.running import Server

from coopgraph.serve.static_files import read_files


def test_only_what_lies_in_the_folder_is_read(tmp_path: Path) -> None:
    outside = tmp_path / "secret.css"
    outside.write_text("secret")
    folder = tmp_path / "assets"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.js").write_text("1")
    (folder / "b.css").symlink_to(outside)
    (folder / "c.py").write_text("secret")
    assert list(read_files(folder)) == ["deep/a.js"]


def test_a_missing_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert read_files(tmp_path / "no") == {}


def test_a_file_is_served_with_its_type_and_its_tag(server: Server) -> None:
    reply = server.ask("/assets/plain.css")
    assert (reply.status, reply.type) == (200, "text/css")
    again = server.ask("/assets/plain.css", headers={"If-None-Match": reply.headers["ETag"]})
    assert again.status == 304
    assert server.ask("/assets/").status == 404
