"""Compacts a database by RocksDB itself, in memory that does not grow with it, and makes sure that nothing is lost.

Oxigraph compresses no files that it merges while an index is under 512 MB; to write all anew through it takes four
times the processor's time, and memory for all that is written.
"""

import resource
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar, cast
from zlib import crc32

from rocksdict import (
    BlockBasedOptions,
    BottommostLevelCompaction,
    Cache,
    CompactOptions,
    DBCompressionType,
    Options,
    Rdict,
)

from kg.articles.report import Watch, unwatched
from kg.errors import DataError
from kg.graph.trouble import RECOVER, said

T = TypeVar("T")
#: Orders of the quads of named graphs, and of the triples of the default graph: a row is a key alone.
NAMED, DEFAULT = ("spog", "posg", "ospg", "gspo", "gpos", "gosp"), ("dspo", "dpos", "dosp")
#: Rows that are digested at once.
ROWS = 4_096
#: Bytes of blocks that are kept, and of each file that is read ahead.
CACHE, AHEAD = 8 << 20, 256 << 10
#: Files that are held open, where the process may open four times as many.
FILES = 64
#: What rocksdict leaves in a folder, and RocksDB's diaries.
LEFT = ("rocksdict-config.json", "LOG", "LOG.old.*")
#: As Oxigraph has it (the OPTIONS file of a store), which reads what is written so.
FORMAT, FILE_BYTES, LEVEL_BYTES = 5, 64 << 20, 512 << 20


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an order: how many, a digest of all in their order, and whether they were read to their end."""

    number: int
    digest: int
    is_whole: bool


def compact(path: Path, store: Path, watch: Watch = unwatched, jobs: int = 1) -> None:
    """Merge and compress the orders of quads of a closed copy of a store's database, and read back all that they held.

    What a term says is left as it is: a tenth of the bytes, in a format that only Oxigraph's RocksDB reads. `watch`
    sees each order pass; `jobs` of them are compacted at once.

    Raises:
        DataError: the store is damaged, something was lost, or the copy cannot be written.

    """
    try:
        before = _within(path, partial(_compacted, watch=watch, jobs=jobs), jobs)
        after = _within(path, partial(_every, watch=watch))
    except Exception as error:
        # rocksdict raises nothing narrower, whatever RocksDB says.
        if type(error) is not Exception:
            raise
        raise said(store, RuntimeError(str(error))) or DataError(f"{store}: {error}") from error
    if not _agree(before):
        raise DataError(f"the store is damaged at {store}: its indexes differ: {RECOVER}")
    if lost := sorted(name for name in before if before[name] != after[name]):
        raise DataError(f"compacting {store} changed {', '.join(lost)}")
    for file in (file for name in LEFT for file in path.glob(name)):
        file.unlink()


def _agree(found: Mapping[str, Rows]) -> bool:
    """Tell whether all was read, and each order has as many quads."""
    orders = ({found[name].number for name in names} for names in (NAMED, DEFAULT))
    return all(rows.is_whole for rows in found.values()) and all(len(numbers) == 1 for numbers in orders)


def _within(path: Path, work: Callable[[Mapping[str, Rdict]], T], jobs: int = 1) -> T:
    """Do some work on the orders of a database; closing it tells what RocksDB met on the way."""
    cache = Cache(CACHE)
    names = Rdict.list_cf(str(path))
    options = _options(cache)
    # Of its threads RocksDB lets three in four compact.
    options.increase_parallelism(2 * jobs)
    database = Rdict(str(path), options, {name: _options(cache) for name in names})
    try:
        found = work({name: database.get_column_family(name) for name in NAMED + DEFAULT})
    except BaseException as error:
        # Of what is interrupted it tells that.
        with nullcontext() if isinstance(error, Exception) else suppress(Exception):
            database.close()
        raise
    database.close()
    return found


def _options(cache: Cache) -> Options:
    blocks, options = BlockBasedOptions(), Options(raw_mode=True)
    blocks.set_block_cache(cache)
    blocks.set_format_version(FORMAT)
    options.set_block_based_table_factory(blocks)
    options.set_compression_type(DBCompressionType.lz4())
    options.set_level_compaction_dynamic_level_bytes(True)
    options.set_target_file_size_base(FILE_BYTES)
    options.set_max_bytes_for_level_base(LEVEL_BYTES)
    options.set_compaction_readahead_size(AHEAD)
    options.set_disable_auto_compactions(True)
    # Terms stand in files of a format that this RocksDB does not know and leaves alone.
    options.set_paranoid_checks(False)
    options.set_skip_stats_update_on_db_open(True)
    options.set_max_open_files(min(FILES, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 4))
    return options


def _compacted(families: Mapping[str, Rdict], watch: Watch, jobs: int) -> dict[str, Rows]:
    """Compact each order, also files that are as deep as they can be; return its rows as they were."""
    found, options = dict[str, Rows](), CompactOptions()
    options.set_bottommost_level_compaction(BottommostLevelCompaction.force())
    options.set_exclusive_manual_compaction(False)
    threads = ThreadPoolExecutor(jobs)
    try:
        running = list[Future[None]]()
        for name in watch(families, "indexes read", families.__len__):
            found[name] = _rows(families[name])
            running.append(threads.submit(families[name].compact_range, None, None, options))
        for each in watch(running, "indexes compacted", running.__len__):
            each.result()
    except BaseException:
        threads.shutdown(wait=False, cancel_futures=True)
        families[DEFAULT[0]].cancel_all_background(wait=True)
        raise
    finally:
        threads.shutdown()
    return found


def _every(families: Mapping[str, Rdict], watch: Watch) -> dict[str, Rows]:
    return {name: _rows(families[name]) for name in watch(families, "indexes read back", families.__len__)}


def _rows(family: Rdict) -> Rows:
    """Read all rows of an order; over a damaged block they end before the last, and nothing else is said."""
    keys = cast("Iterator[bytes]", family.keys())
    number = digest = 0
    some: list[bytes] = []
    while more := list(islice(keys, ROWS)):
        some = more
        number, digest = number + len(some), crc32(b"".join(some), digest)
    end = family.iter()
    end.seek_to_last()
    return Rows(number, digest, some[-1:] == ([end.key()] if end.valid() else []))
