"""Jawaban resmi rumusan IDM satu desa satu tahun: menyusunnya dan membacanya kembali.

Bentuknya menurut layanan Kemendesa yang dipakai situs desa: `ROW` berisi indikator menurut urutan indeks, sesudah
tiap indeks jumlahnya, lalu IDM dan status. Angka dihitung dengan `Decimal`; yang tidak diketahui `None`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.angka import bulatkan, format_angka
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from idm.scoring import DESIMAL, SKOR_TERTINGGI, TOLERANSI, Ambang, Status, idm, indeks, status

INDEKS = ("IKS", "IKE", "IKL")
PELAKSANA = ("PUSAT", "PROV", "KAB", "DESA", "CSR", "LAINNYA")
KOLOM = ("NO", "INDIKATOR", "SKOR", "KETERANGAN", "KEGIATAN", "NILAI", *PELAKSANA)
TIDAK_ADA = {"status": 400, "error": True, "message": "ID Desa tidak ditemukan"}
DESIMAL_SKOR, DESIMAL_NILAI = 14, 8
_TERPANJANG = 60  # aksara isi berkas yang dikutip dalam pesan


@dataclass(frozen=True)
class ButirRumusan:
    """Satu indikator: `skor` None bila hanya indeksnya diketahui; `tersedia` kosong berarti semua skor boleh."""

    posisi: int
    nama: str
    indeks: str
    skor: int | None = None
    keterangan: str | None = None
    kegiatan: str | None = None
    pelaksana: Mapping[str, str] | None = None
    tersedia: tuple[int, ...] = ()


@dataclass(frozen=True)
class HasilRumusan:
    """IDM satu desa satu tahun. Indeks terbitan dipakai hanya bila skor tiap indikator tidak diketahui."""

    tahun: int
    indeks: Mapping[str, Decimal]
    idm: Decimal
    status: Status


def susun(
    hasil: HasilRumusan, butir: Sequence[ButirRumusan], ambang: Ambang, identitas: Mapping[str, str]
) -> dict[str, Any]:
    """Seluruh jawaban untuk satu desa."""
    nilai = _nilai_indeks(hasil, butir)
    is_rinci = all(b.skor is not None for b in butir)
    skor = _bulat(sum(nilai.values(), Decimal(0)) / len(INDEKS)) if is_rinci else hasil.idm
    rows: list[dict[str, Any]] = []
    for nama in INDEKS:
        anggota = _anggota(butir, nama)
        rows += [_baris_butir(nomor, b, len(anggota)) for nomor, b in enumerate(anggota, start=1)]
        rows.append(_baris_jumlah(f"{nama} {hasil.tahun}", _bulat(nilai[nama])))
    rows.append(_baris_jumlah(f"IDM {hasil.tahun}", skor))
    rows.append(_baris_jumlah(f"STATUS IDM {hasil.tahun}", hasil.status.title()))
    data = {
        "SUMMARIES": _ringkasan(hasil, skor, ambang),
        "ROW": rows,
        "IDENTITAS": [dict(identitas)],
    }
    return {"status": 200, "error": False, "mapData": data}


def _anggota(butir: Sequence[ButirRumusan], nama: str) -> list[ButirRumusan]:
    return sorted((b for b in butir if b.indeks == nama), key=lambda b: b.posisi)


def _nilai_indeks(hasil: HasilRumusan, butir: Sequence[ButirRumusan]) -> dict[str, Decimal]:
    """Indeks tanpa pembulatan dari skor; indeks terbitan bila ada skor yang tidak diketahui."""
    skor = {nama: [b.skor for b in _anggota(butir, nama) if b.skor is not None] for nama in INDEKS}
    if sum(len(s) for s in skor.values()) < len(butir):
        return {nama: hasil.indeks[nama] for nama in INDEKS}
    return {nama: indeks(s) for nama, s in skor.items()}


def _bulat(x: Decimal) -> Decimal:
    return bulatkan(x, DESIMAL_SKOR)


def _baris_butir(nomor: int, b: ButirRumusan, banyak: int) -> dict[str, Any]:
    """Indikator penuh tidak perlu kegiatan; kegiatan yang belum diketahui `None`."""
    is_penuh = b.skor == SKOR_TERTINGGI
    pelaksana = b.pelaksana or {}
    return {
        "NO": nomor,
        "INDIKATOR": b.nama,
        "SKOR": b.skor,
        "KETERANGAN": b.keterangan or None,
        "KEGIATAN": "-" if is_penuh else (b.kegiatan or None),
        "NILAI": None if b.skor is None else nilai(b.skor, banyak),
    } | {kolom: pelaksana.get(kolom) or None for kolom in PELAKSANA}


def nilai(skor: int, banyak: int) -> str:
    """Tambahan IDM bila indikator ini penuh, delapan desimal; `0` bila sudah penuh."""
    if skor == SKOR_TERTINGGI:
        return "0"
    kurang = Decimal(SKOR_TERTINGGI - skor)
    return str(bulatkan(kurang / (banyak * SKOR_TERTINGGI * len(INDEKS)), DESIMAL_NILAI))


def _baris_jumlah(nama: str, skor: Decimal | str) -> dict[str, Any]:
    return dict.fromkeys(KOLOM) | {"INDIKATOR": nama, "SKOR": skor}


def _ringkasan(hasil: HasilRumusan, skor: Decimal, ambang: Ambang) -> dict[str, Any]:
    """Sasaran ialah status di atasnya; desa Mandiri menyasar Mandiri tanpa tambahan."""
    naik = [(batas, nama) for batas, nama in ambang if _urutan(nama) < _urutan(hasil.status)]
    batas, sasaran = naik[-1] if naik else ambang[0]
    minimal = batas + Decimal(1).scaleb(-DESIMAL)
    return {
        "SKOR_SAAT_INI": skor,
        "STATUS": hasil.status.value,
        "TARGET_STATUS": sasaran.value,
        "SKOR_MINIMAL": str(minimal),
        "PENAMBAHAN": max(minimal - skor, Decimal(0)),
        "TAHUN": hasil.tahun,
    }


def _urutan(nama: Status) -> int:
    return list(Status).index(nama)


class Salah(ValueError):
    """Jawaban yang tidak dapat diterima, dengan semua sebabnya."""

    def __init__(self, masalah: Sequence[str]) -> None:
        super().__init__(" ".join(masalah))
        self.masalah = list(masalah)


@dataclass(frozen=True)
class Rumusan:
    """Isi satu jawaban: kode sepuluh angka, skor menurut posisi, iks–idm tertulis (empat desimal)."""

    kode: str
    nama: str
    tahun: int
    skor: str
    tertulis: dict[str, Decimal]
    status: Status


def baca(
    isi: Any, rubrik: Callable[[int], Sequence[ButirRumusan]], ambang: Callable[[int], Ambang]
) -> Rumusan:
    """Baca satu jawaban terhadap instrumen tahunnya; `Salah` dengan semua masalahnya sekaligus."""
    data = _peta(isi).get("mapData")
    if not isinstance(data, dict):
        pesan = _peta(isi).get("message")
        raise Salah(
            [f"Bukan jawaban rumusan IDM{f': {_kutip(pesan)}' if pesan else ' (tanpa mapData)'}."]
        )
    ringkasan, identitas, rows = (
        _peta(data.get("SUMMARIES")),
        _peta(data.get("IDENTITAS")),
        data.get("ROW"),
    )
    tahun, kode = ringkasan.get("TAHUN"), identitas.get("id_desa")
    masalah = []
    if not isinstance(kode, str) or not re.fullmatch(r"[0-9]{10}", kode):
        masalah.append(f"IDENTITAS id_desa {_kutip(kode)} bukan kode desa sepuluh angka.")
    if not isinstance(tahun, int) or not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Salah([*masalah, f"SUMMARIES TAHUN {_kutip(tahun)} bukan tahun."])
    butir = rubrik(tahun)
    if not butir:
        raise Salah([*masalah, f"Tidak ada instrumen skor untuk tahun {tahun}."])
    if (
        not isinstance(rows, list)
        or len(rows) != len(butir) + 5
        or not all(isinstance(r, dict) for r in rows)
    ):
        banyak = f"{len(rows)} baris" if isinstance(rows, list) else "bukan daftar"
        raise Salah(
            [*masalah, f"ROW {banyak}; instrumen {tahun} memerlukan {len(butir) + 5} baris."]
        )
    berskor = list(_berskor(rows, butir, tahun, masalah))
    if masalah:
        raise Salah(masalah)
    hitung = _hitung(berskor)
    tingkat = status(hitung["IDM"], ambang(tahun))
    tertulis = _cocok(rows, ringkasan, tahun, hitung, tingkat)
    deret = "".join(str(b.skor) for b in sorted(berskor, key=lambda b: b.posisi))
    nama = str(identitas.get("nama_desa") or "")
    return Rumusan(str(kode), nama, tahun, deret, tertulis, tingkat)


def _peta(isi: Any) -> dict[str, Any]:
    """`isi` bila peta, atau peta pertama dalam daftarnya; selain itu kosong."""
    satu = isi[0] if isinstance(isi, list) and isi else isi
    return satu if isinstance(satu, dict) else {}


def _berskor(
    rows: list[dict[str, Any]], butir: Sequence[ButirRumusan], tahun: int, masalah: list[str]
) -> Iterator[ButirRumusan]:
    """Butir berskor menurut urutan jawaban; nama, nomor urut dan skor tiap baris diperiksa."""
    for letak, (row, seharusnya) in enumerate(
        zip(rows, _urutan_resmi(butir, tahun), strict=True), start=1
    ):
        nama = seharusnya.nama if isinstance(seharusnya, ButirRumusan) else seharusnya
        tertulis = row.get("INDIKATOR")
        if not isinstance(tertulis, str) or _rapi(tertulis) != _rapi(nama):
            masalah.append(f"ROW {letak}: INDIKATOR {_kutip(tertulis)}, seharusnya “{nama}”.")
        elif isinstance(seharusnya, ButirRumusan):
            if pesan := _salah_skor(row.get("SKOR"), seharusnya):
                masalah.append(f"ROW {letak} “{nama}”: {pesan}")
            else:
                yield ButirRumusan(seharusnya.posisi, nama, seharusnya.indeks, int(row["SKOR"]))


def _urutan_resmi(butir: Sequence[ButirRumusan], tahun: int) -> Iterator[ButirRumusan | str]:
    for nama in INDEKS:
        yield from _anggota(butir, nama)
        yield f"{nama} {tahun}"
    yield f"IDM {tahun}"
    yield f"STATUS IDM {tahun}"


def _salah_skor(skor: Any, butir: ButirRumusan) -> str:
    if not _is_bulat(skor) or not 0 <= skor <= SKOR_TERTINGGI:
        return f"SKOR {_kutip(skor)} bukan bilangan 0 sampai 5."
    if butir.tersedia and skor not in butir.tersedia:
        ada = ", ".join(str(s) for s in sorted(butir.tersedia))
        return f"skor {skor} tidak ada pada rubrik; yang ada {ada}."
    return ""


def _hitung(butir: list[ButirRumusan]) -> dict[str, Decimal]:
    """IKS, IKE, IKL tanpa pembulatan, dan IDM empat desimal."""
    tiap = {n: indeks([b.skor for b in _anggota(butir, n) if b.skor is not None]) for n in INDEKS}
    return tiap | {"IDM": idm(tiap["IKS"], tiap["IKE"], tiap["IKL"])}


def _cocok(
    rows: list[dict[str, Any]],
    ringkasan: dict[str, Any],
    tahun: int,
    hitung: dict[str, Decimal],
    tingkat: Status,
) -> dict[str, Decimal]:
    """Indeks tertulis, empat desimal; `Salah` bila indeks atau statusnya bukan yang dihasilkan skornya."""
    tertulis = {str(row["INDIKATOR"]).split()[0]: row.get("SKOR") for row in rows}
    masalah = _beda("SKOR_SAAT_INI", ringkasan.get("SKOR_SAAT_INI"), hitung["IDM"])
    for n, seharusnya in hitung.items():
        masalah += _beda(n, tertulis.get(n), seharusnya)
    for tempat, isi in (
        ("STATUS", ringkasan.get("STATUS")),
        (f"STATUS IDM {tahun}", tertulis.get("STATUS")),
    ):
        if not isinstance(isi, str) or _rapi(isi) != _rapi(tingkat.value):
            masalah.append(
                f"{tempat} tertulis {_kutip(isi)}, skornya menghasilkan “{tingkat.value}”."
            )
    if masalah:
        raise Salah(masalah)
    return {n.lower(): bulatkan(Decimal(tertulis[n] or 0), DESIMAL) for n in hitung}


def _beda(nama: str, tertulis: Any, seharusnya: Decimal) -> list[str]:
    """Masalah bila `tertulis` bukan angka 0–1 atau berbeda dari `seharusnya` melebihi toleransi."""
    if (
        isinstance(tertulis, bool)
        or not isinstance(tertulis, int | Decimal)
        or not 0 <= tertulis <= 1
    ):
        return [f"{nama} {_kutip(tertulis)} bukan angka 0 sampai 1."]
    if abs(tertulis - seharusnya) <= TOLERANSI:
        return []
    hasil = format_angka(seharusnya, DESIMAL)
    return [f"{nama} tertulis {_kutip(tertulis)}, skornya menghasilkan {hasil}."]


def _is_bulat(x: Any) -> bool:
    return isinstance(x, int) and not isinstance(x, bool)


def _rapi(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def _kutip(x: Any) -> str:
    if x is None:
        return "kosong"
    teks = str(x).replace(".", ",") if isinstance(x, Decimal) else str(x)
    return f"“{teks[:_TERPANJANG]}{'…' if len(teks) > _TERPANJANG else ''}”"
