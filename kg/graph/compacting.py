"""Compacts a database by RocksDB itself, in memory that does not grow with it, and makes sure that nothing is lost.

Oxigraph compresses no files that it merges while an index is under 512 MB; to write all anew through it takes four
times the processor's time, and memory for all that is written.
"""

import re
import resource
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from rocksdict import (
    AccessType,
    BlockBasedOptions,
    BottommostLevelCompaction,
    Cache,
    CompactOptions,
    DBCompressionType,
    Options,
    Rdict,
    RdictIter,
)

from kg.articles.report import Watch, unwatched
from kg.graph.trouble import DamageError, said_of_copy

T = TypeVar("T")
#: Orders of the quads of named graphs, and of the triples of the default graph: a row is a key alone.
NAMED, DEFAULT = ("spog", "posg", "ospg", "gspo", "gpos", "gosp"), ("dspo", "dpos", "dosp")
#: Bytes of blocks that are kept, and of each file that is read ahead.
CACHE, AHEAD = 8 << 20, 256 << 10
#: Files that are held open, where the process may open four times as many.
FILES = 64
#: What rocksdict leaves in a folder, and RocksDB's diaries.
LEFT = ("rocksdict-config.json", "LOG", "LOG.old.*")
#: As Oxigraph has it (the OPTIONS file of a store), which reads what is written so.
FORMAT, FILE_BYTES, LEVEL_BYTES = 5, 64 << 20, 512 << 20


#: How many rows the files of an order hold, and how many that say that one is gone, as RocksDB tells it.
TOLD = re.compile(r"# entries=(\d+); # deletions=(\d+);")
#: Why RocksDB could not compact, in its diary.
FAILED = re.compile(r"Compaction error: (.+)")


def compact(path: Path, store: Path, watch: Watch = unwatched, jobs: int = 1) -> None:
    """Merge and compress the orders of quads of a closed copy of a store's database.

    RocksDB counts what it reads, and reads back what it wrote. What a term says is left as it is: a tenth of the bytes,
    in a format that only Oxigraph's RocksDB reads. `watch` sees each order pass; `jobs` of them are compacted at once.

    Raises:
        DataError: the store is damaged, or the copy cannot be written.

    """
    with _telling(path, store):
        _within(path, partial(_compacted, watch=watch, jobs=jobs), jobs)
        _alike(_within(path, _numbers), store)


def check(path: Path, store: Path) -> None:
    """Read the orders of quads of a closed copy of a store's database through, each by itself; what terms say is not.

    Raises:
        DataError: the store is damaged.

    """
    with _telling(path, store):
        _alike(_within(path, _rows, access=AccessType.read_only()), store)


@contextmanager
def _telling(path: Path, store: Path) -> Iterator[None]:
    """Tell what RocksDB meets in a copy as what is so of the store, and leave none of its files there."""
    try:
        yield
    except Exception as error:
        # rocksdict raises nothing narrower, whatever RocksDB says, nor `_within` what it says behind its back.
        if type(error) not in {Exception, RuntimeError}:
            raise
        raise said_of_copy(path, store, error) from error
    for file in (file for name in LEFT for file in path.glob(name)):
        file.unlink()


def _alike(found: Mapping[str, object], store: Path) -> None:
    """Make sure that of orders of the same quads all have the same."""
    if any(len({found[name] for name in names}) > 1 for names in (NAMED, DEFAULT)):
        raise DamageError(store, "its indexes differ")


def _within(path: Path, work: Callable[[Mapping[str, Rdict]], T], jobs: int = 1, access: AccessType | None = None) -> T:
    """Do some work on the orders of a database, and raise what RocksDB met on the way, also behind its back."""
    cache = Cache(CACHE)
    names = Rdict.list_cf(str(path))
    options = _options(cache)
    # Of its threads RocksDB lets three in four compact.
    options.increase_parallelism(2 * jobs)
    given = {} if access is None else {"access_type": access}
    database = Rdict(str(path), options, {name: _options(cache) for name in names}, **given)
    try:
        done = work({name: database.get_column_family(name) for name in NAMED + DEFAULT})
    except BaseException as error:
        # Of what is interrupted it tells that.
        with nullcontext() if isinstance(error, Exception) else suppress(Exception):
            database.close()
        raise
    failed = database.property_int_value("rocksdb.background-errors")
    database.close()
    if failed:
        # Why, it tells nowhere else.
        found = FAILED.search((path / "LOG").read_text(errors="replace"))
        raise RuntimeError(found[1] if found else "RocksDB could not compact it")
    return done


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


def _compacted(families: Mapping[str, Rdict], watch: Watch, jobs: int) -> None:
    """Compact each order, also files that are as deep as they can be."""
    options = CompactOptions()
    options.set_bottommost_level_compaction(BottommostLevelCompaction.force())
    options.set_exclusive_manual_compaction(False)
    threads = ThreadPoolExecutor(jobs)
    try:
        for family in families.values():
            family.set_options({"paranoid_file_checks": "true"})
        running = [threads.submit(family.compact_range, None, None, options) for family in families.values()]
        for each in watch(running, "indexes compacted", running.__len__):
            each.result()
    except BaseException:
        threads.shutdown(wait=False, cancel_futures=True)
        families[DEFAULT[0]].cancel_all_background(wait=True)
        raise
    finally:
        threads.shutdown()


def _rows(families: Mapping[str, Rdict]) -> dict[str, int]:
    """Return how many rows are found in each order as it is read."""
    return {name: _number(family.iter()) for name, family in families.items()}


def _number(rows: RdictIter) -> int:
    rows.seek_to_first()
    number = 0
    while rows.valid():
        number += 1
        rows.next()
    # What cannot be read looks like an end.
    rows.status()
    return number


def _numbers(families: Mapping[str, Rdict]) -> dict[str, tuple[int, ...]]:
    """Return how many rows each order has, and of how many it says that they are gone.

    Raises:
        RuntimeError: RocksDB does not tell.

    """
    found = dict[str, tuple[int, ...]]()
    for name, family in families.items():
        told = TOLD.search(family.property_value("rocksdb.aggregated-table-properties") or "")
        if not told:
            raise RuntimeError(f"RocksDB does not tell how many rows {name} has")
        found[name] = tuple(map(int, told.groups()))
    return found
