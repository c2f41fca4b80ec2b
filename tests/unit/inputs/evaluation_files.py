"""Writers of evaluation files for tests; a data set's folder is laid out as `datasets` 4 does."""

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq

TEXTS = (
    "plain",
    'quotes "inside", and commas',
    "two\nlines\r\nthree\rfour\t",
    "  outer blanks kept  ",
    "emoji \U0001f44d\U0001f3fd and a flag \U0001f1f3\U0001f1f4",
    "עברית \u202eoverride العربية",
    "e\u0301 is not \u00e9",
    "nul\x00inside",
    "line\u2028separator \ufeff no mark",
    "",
    "plain",
)
LABELS = ("neg", "pos") * 5 + (None,)
SLICES = ("web", "Büro", None) * 3 + ("web", "web")
COLUMNS = {"text": list(TEXTS), "label": list(LABELS), "domain": list(SLICES)}


def rows_of(columns):
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def write_csv(path, columns, delimiter=",", encoding="utf-8", lineterminator="\r\n"):
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=lineterminator)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def write_tsv(path, columns):
    """Write tab-separated lines without quoting; values hold no tab and no line end."""
    lines = [
        "\t".join(columns),
        *("\t".join(map(str, row)) for row in zip(*columns.values(), strict=True)),
    ]
    path.write_bytes("".join(line + "\n" for line in lines).encode())


def write_json_lines(path, columns):
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows_of(columns)]
    path.write_bytes("".join(lines).encode())


def write_objects(path, columns):
    path.write_text(json.dumps(rows_of(columns), indent=1), encoding="ascii")


def write_columns(path, columns):
    path.write_text(json.dumps(columns), encoding="ascii")


def write_parquet(path, columns):
    pq.write_table(pa.table(columns), path, row_group_size=3)


def write_stream(path, table):
    with path.open("wb") as file, pa.ipc.new_stream(file, table.schema) as stream:
        stream.write_table(table, max_chunksize=4)


def write_dataset(folder, columns, features=None, shards=2):
    """Write what `Dataset.save_to_disk` writes."""
    folder.mkdir(parents=True)
    table = pa.table(columns)
    size = -(-table.num_rows // shards) or 1
    names = [f"data-{i:05}-of-{shards:05}.arrow" for i in range(shards)]
    for i, name in enumerate(names):
        write_stream(folder / name, table.slice(i * size, size))
    state = {
        "_data_files": [{"filename": name} for name in names],
        "_fingerprint": "8496ac2e1dcd6d2b",
        "_format_columns": None,
        "_format_kwargs": {},
        "_format_type": None,
        "_output_all_columns": False,
        "_split": None,
    }
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
    info = {"citation": "", "description": "", "features": features or {}, "license": ""}
    (folder / "dataset_info.json").write_text(json.dumps(info), encoding="utf-8")


def write_dataset_dict(folder, splits, features=None):
    """Write what `DatasetDict.save_to_disk` writes."""
    for name, columns in splits.items():
        write_dataset(folder / name, columns, features, shards=1)
    names = json.dumps({"splits": list(splits)})
    (folder / "dataset_dict.json").write_text(names, encoding="utf-8")
