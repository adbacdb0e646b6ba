"""Compressed files and archives: what is inside them is read without being unpacked to the disk."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Self, cast

from kg.articles.asked import needing
from kg.articles.checks import whole
from kg.articles.streams import chunks_of, of, through
from kg.errors import DataError

#: So many bytes of Zstandard unpack to no more than some 40 MB, whatever they are.
PIECE = 1 << 10


class BrokenError(Exception):
    """A compressed file is broken, as a library that may be missing tells."""


def _zstandard(file: BinaryIO) -> BinaryIO:
    with needing(f"{getattr(file, 'name', '-')}: reading .zst", "formats"):
        import zstandard

    def chunks() -> Iterator[bytes]:
        frame = zstandard.ZstdDecompressor().decompressobj()
        try:
            while piece := file.read(PIECE):
                while piece:
                    frame = zstandard.ZstdDecompressor().decompressobj() if frame.eof else frame
                    yield from chunks_of(BytesIO(frame.decompress(piece)))
                    piece = frame.unused_data
        except zstandard.ZstdError as error:
            raise BrokenError(error) from error
        if not frame.eof:
            raise BrokenError("its last frame does not end")

    return of(chunks())


#: How a file is opened that ends so.
COMPRESSED: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda file: cast("BinaryIO", gzip.GzipFile(fileobj=file)),
    ".bz2": lambda file: cast("BinaryIO", bz2.BZ2File(file)),
    ".xz": lambda file: cast("BinaryIO", lzma.LZMAFile(file)),  # noqa: SIM115
    ".zst": _zstandard,
}
#: What a compressed file begins with.
MAGIC = {b"\x1f\x8b": ".gz", b"BZh": ".bz2", b"\xfd7zXZ\0": ".xz", b"\x28\xb5\x2f\xfd": ".zst"}
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
#: What a file raises that is not what it should be, or ends too soon.
BROKEN = (BrokenError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)

Archive = zipfile.ZipFile | tarfile.TarFile
#: An archive as it was when its members were told: its path, time, size and inode.
Key = tuple[Path, tuple[int, int, int]]
#: A file in an archive: its path there, and how to open it.
Member = tuple[PurePosixPath, Callable[[], BinaryIO]]


def parts(name: str) -> tuple[str, str, str]:
    """Return a file's name without endings, the ending of what it holds, and that of how it is compressed."""
    path = PurePosixPath(name)
    packing = path.suffix.lower() if path.suffix.lower() in COMPRESSED else ""
    inner = PurePosixPath(path.stem) if packing else path
    return inner.stem, inner.suffix.lower(), packing


def is_archive(name: str) -> bool:
    """Whether a file of this name holds others."""
    return name.lower().endswith(ARCHIVES)


def opened(open_it: Callable[[], BinaryIO], packing: str) -> Callable[[], BinaryIO]:
    """Return how to open what a file holds."""
    return partial(through, open_it, COMPRESSED[packing]) if packing else open_it


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what differs where a file was changed or another took its place."""
    told = path.stat()
    return told.st_mtime_ns, told.st_size, told.st_ino


class Archives:
    """The archives of one pass; the one that was opened last stays open, so that its members are read one by one.

    So does the one that was opened last of those inside others, which is held in memory.
    """

    def __init__(self) -> None:
        self._held: Archive | None = None
        self._key: Key | None = None
        self._inner: tuple[str, Archive] | None = None

    def __enter__(self) -> Self:
        """Begin a pass."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open."""
        self.close()

    def close(self) -> None:
        """Close what is open."""
        if self._held:
            self._held.close()
        self._held = self._key = self._inner = None

    def members(self, path: Path) -> list[Member]:
        """Return the files in an archive, in its order.

        Raises:
            DataError: it is none, or broken.

        """
        key = (path, _stamp(path))
        return _members(lambda: self._archive(key), str(path))

    def inside(self, where: str, name: str, open_it: Callable[[], BinaryIO]) -> list[Member]:
        """Return the files in an archive that stands in another, in its order.

        Raises:
            DataError: it is none, broken, or too large to be held.

        """
        return _members(lambda: self._within(where, name, open_it), where)

    def _archive(self, key: Key) -> Archive:
        path, stamp = key
        if _stamp(path) != stamp:
            raise DataError(f"{path}: this archive was changed while it was read: read it again")
        if self._held is None or self._key != key:
            self.close()
            is_zip = path.suffix.lower() == ".zip"
            self._held = zipfile.ZipFile(path) if is_zip else tarfile.open(path)  # noqa: SIM115 (close() does)
            self._key = key
        return self._held

    def _within(self, where: str, name: str, open_it: Callable[[], BinaryIO]) -> Archive:
        if self._inner is None or self._inner[0] != where:
            with open_it() as file:
                raw = BytesIO(whole(file, where))
            is_zip = name.lower().endswith(".zip")
            self._inner = where, zipfile.ZipFile(raw) if is_zip else tarfile.open(fileobj=raw)  # noqa: SIM115 (memory)
        return self._inner[1]


def _members(opening: Callable[[], Archive], where: str) -> list[Member]:
    """Return the files in an archive, each with what opens it, by opening the archive again if need be."""
    try:
        archive = opening()
        if isinstance(archive, zipfile.ZipFile):
            files = [info for info in archive.infolist() if not info.is_dir()]
            return [(PurePosixPath(info.filename), partial(_of_zip, opening, where, info)) for info in files]
        return [(PurePosixPath(info.name), partial(_of_tar, opening, where, info)) for info in archive if info.isfile()]
    except (*BROKEN, NotImplementedError) as error:
        raise DataError(f"{where}: this archive cannot be read: {error}") from error


def _of_zip(opening: Callable[[], Archive], where: str, info: zipfile.ZipInfo) -> BinaryIO:
    archive = opening()
    if info.flag_bits & 1 or not isinstance(archive, zipfile.ZipFile):
        raise DataError(f"{where}/{info.filename}: encrypted, it cannot be read")
    try:
        return cast("BinaryIO", archive.open(info))
    except NotImplementedError as error:
        raise DataError(f"{where}/{info.filename}: packed by a method that is not read: {error}") from error


def _of_tar(opening: Callable[[], Archive], where: str, info: tarfile.TarInfo) -> BinaryIO:
    archive = opening()
    found = archive.extractfile(info) if isinstance(archive, tarfile.TarFile) else None
    if found is None:
        raise DataError(f"{where}/{info.name}: no file")
    return cast("BinaryIO", found)
