"""Kelembagaan desa per kecamatan, kegiatan PKK, dan siapa yang belum melapor."""

from typing import Any

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KegiatanPkk, KerjaSama, RekapLembaga, RincianLembaga
from villages.models.lembaga import LEMBAGA

# urutan dan sebutan lembaga pada ringkasan IKK
SEBUTAN = (
    ("rt", "RT"), ("rw", "RW"), ("lpm", "LPM"), ("posyandu", "POSYANDU"), ("pkk", "PKK"),
    ("karang_taruna", "KARANG TARUNA"), ("lembaga_adat", "LEMBAGA ADAT"),
)  # fmt: skip


def kelembagaan(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Tabel Data Kelembagaan Desa menurut urutan naskah; jumlah `None` bila belum ada kecamatan yang melapor."""
    rows = {r.kecamatan_id: r for r in RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)}
    kecamatan = list(Kecamatan.objects.filter(kabupaten=kabupaten).berlaku().urut_naskah())
    kolom = ("jumlah_desa", "jumlah_kelurahan", *LEMBAGA)
    jumlah = {nama: sum(getattr(r, nama) for r in rows.values()) for nama in kolom} if rows else None
    return {
        "tahun": tahun,
        "baris": [
            {
                "kecamatan": k.nama.upper(),
                "isi": [getattr(rows[k.pk], nama) for nama in kolom] if k.pk in rows else [None] * len(kolom),
            }
            for k in kecamatan
        ],
        "belum": [k.nama for k in kecamatan if k.pk not in rows],
        "jumlah": [jumlah[nama] for nama in kolom] if jumlah else [None] * len(kolom),
        "semua": sum(jumlah[nama] for nama in LEMBAGA) if jumlah else None,
        "lembaga": [{"nama": label, "jumlah": jumlah[nama] if jumlah else None} for nama, label in SEBUTAN],
    }


def kegiatan_pkk(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Tabel Pokja II per kecamatan; `up2k` banyak kelompok, `None` bila belum ada yang melapor."""
    rows = {r.kecamatan_id: r for r in KegiatanPkk.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)}
    kolom = kolom_pkk()
    kecamatan = list(Kecamatan.objects.filter(kabupaten=kabupaten).berlaku().urut_naskah())
    isi = [[getattr(rows[k.pk], nama) if k.pk in rows else None for nama in kolom] for k in kecamatan]
    up2k = [r.up2k for r in rows.values() if r.up2k is not None]
    return {
        "tahun": tahun,
        "baris": [
            {"kecamatan": k.nama.upper(), "isi": satu, "keterangan": rows[k.pk].keterangan if k.pk in rows else ""}
            for k, satu in zip(kecamatan, isi, strict=True)
        ],
        "jumlah": [_jumlah([satu[i] for satu in isi]) for i in range(len(kolom))],
        "melapor": len(rows),
        "belum": [k.nama for k in kecamatan if k.pk not in rows],
        "up2k": sum(up2k) if up2k else None,
        "up2k_kecamatan": len(up2k),
    }


def kolom_pkk() -> list[str]:
    """Kolom angka formulir, menurut urutannya."""
    return [f.name for f in KegiatanPkk._meta.concrete_fields if f.get_internal_type() == "PositiveIntegerField"]


def _jumlah(nilai: list[int | None]) -> int | None:
    known = [n for n in nilai if n is not None]
    return sum(known) if known else None


def kelengkapan(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Satu baris per kecamatan: apa yang sudah dan belum dilaporkan tahun itu."""
    milik = {"kecamatan__kabupaten": kabupaten}
    rekap = dict(RekapLembaga.objects.filter(**milik, tahun=tahun).values_list("kecamatan", "is_rincian"))
    pkk = set(KegiatanPkk.objects.filter(**milik, tahun=tahun).values_list("kecamatan", flat=True))
    desa = _per_kecamatan(Desa.objects.filter(**milik).berlaku(), "kecamatan")
    rincian = _per_kecamatan(
        RincianLembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun), "desa__kecamatan"
    )
    kerja_sama = _per_kecamatan(KerjaSama.objects.filter(kabupaten=kabupaten), "kecamatan")
    berisi = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun).order_by()
    terisi: dict[int, int] = {}
    for nomor in berisi.values_list("kerja_sama__kecamatan", "kerja_sama").distinct():
        terisi[nomor[0]] = terisi.get(nomor[0], 0) + 1
    return [
        {
            "kecamatan": k,
            "rekap": k.pk in rekap,
            "is_rincian": rekap.get(k.pk, False),
            "rincian": rincian.get(k.pk, 0),
            "desa": desa.get(k.pk, 0),
            "pkk": k.pk in pkk,
            "kerja_sama": kerja_sama.get(k.pk, 0),
            "kerja_sama_terisi": terisi.get(k.pk, 0),
        }
        for k in Kecamatan.objects.filter(kabupaten=kabupaten).berlaku().urut_naskah()
    ]


def _per_kecamatan(rows: Any, path: str) -> dict[int, int]:
    hasil: dict[int, int] = {}
    for nomor in rows.order_by().values_list(path, flat=True):
        hasil[nomor] = hasil.get(nomor, 0) + 1
    return hasil
