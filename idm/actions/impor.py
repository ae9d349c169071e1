"""Impor skor dan indeks terbitan IDM satu kabupaten lewat halaman impor umum."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.utils import timezone

from core import door
from core.audit import Refused
from documents.impor import Hasil, Kesalahan, Penerima
from documents.pembaca import Tabel
from idm.actions.isian import ganti_draf
from idm.impor import Acuan, BarisIdm, Nilai, teks_baris
from idm.impor.baca import Pembaca
from idm.impor.banding import JUDUL, TERBITAN, TERBITAN_SAJA, Selisih, bandingkan
from idm.impor.tercatat import SKOR, Ada
from idm.models import IdmDesa, Instrumen, TerbitanIdm
from idm.scoring import sidik
from villages.models import Desa


class PenerimaIdm(Penerima):
    """Skor 50 atau 54 indikator, indeks terbitan, atau keduanya."""

    model = IdmDesa
    hak = "add"
    judul = "IDM"
    halaman = "idm:idmdesa_list"
    satuan = "isian"
    pengantar: ClassVar[tuple[str, ...]] = (
        "Siapkan lembar dengan kolom kode desa (sepuluh angka atau bertitik), "
        "boleh dengan nama dan tahun.",
        "Isi skor tiap indikator (judul kolom: kode, nama atau nomor indikator), atau satu kolom "
        "“deret skor”; atau indeks terbitan IKS, IKE, IKL, IDM dan status; atau keduanya. "
        "Judul boleh bertahun, misalnya idm2024.",
        "Skor menjadi draf sampai diverifikasi; indeks terbitan langsung berlaku.",
    )

    def periksa(self, tabel: Sequence[Tabel]) -> Hasil:
        pembaca = Pembaca(Acuan(self.kabupaten), self.tahun)
        for satu in tabel:
            pembaca.lembar(satu.nama, [teks_baris(baris) for baris in satu.baris])
        pembaca.selesai()
        return self.bandingkan(
            pembaca.rows, pembaca.kesalahan, pembaca.catatan, pembaca.banyak_baris
        )

    def bandingkan(
        self,
        rows: Sequence[BarisIdm],
        kesalahan: list[Kesalahan],
        catatan: list[Kesalahan],
        banyak_baris: int,
    ) -> Hasil:
        """Baris yang terbaca terhadap yang tercatat, dan kunci tahunnya."""
        nilai = []
        for baris in rows:
            hitung = baris.rubrik.nilai(baris.skor) if baris.skor else None
            nilai.append(hitung)
        tahun = {baris.tahun for baris in rows}
        banding = bandingkan(rows, nilai, Ada(tahun, self.kabupaten))
        kunci = []
        for satu in sorted(tahun):
            alasan = IdmDesa.lock_for(self.kabupaten.kode, satu)
            if alasan:
                kunci.append(Kesalahan(lembar="", sel="", isi=str(satu), pesan=alasan))
        return Hasil(
            [_ubahan(s) for s in banding.selisih],
            [*kunci, *kesalahan, *banding.kesalahan],
            [*catatan, *banding.catatan],
            banyak_baris,
            banding.sama,
        )

    def terapkan(self, ubahan: Sequence[dict[str, str]], *, by: Any, note: str) -> None:
        ada = Ada({int(u["tahun"]) for u in ubahan}, self.kabupaten)
        nomor_desa = {int(u["desa"]) for u in ubahan}
        nomor_instrumen = {int(u["instrumen"]) for u in ubahan}
        desa = Desa.objects.select_related("kecamatan__kabupaten").in_bulk(nomor_desa)
        instrumen = Instrumen.objects.in_bulk(nomor_instrumen)
        for u in ubahan:
            milik = desa[int(u["desa"])]
            kini = ada.keadaan(milik.pk, int(u["tahun"]), u["jenis"])
            if kini != u["keadaan"]:
                raise Refused(f"{u['baris']} {u['tahun']} sudah diubah sejak diperiksa.")
            _simpan(u, milik, instrumen[int(u["instrumen"])], by, note)


def _ubahan(s: Selisih) -> dict[str, str]:
    """Satu selisih sebagaimana disimpan pada pratinjau."""
    isi = {
        "baris": f"{s.nama} ({s.kode})",
        "judul": f"{JUDUL[s.jenis]} {s.tahun}",
        "lama": s.lama,
        "baru": s.baru,
        "lembar": s.lembar,
        "sel": s.sel,
        "desa": str(s.desa),
        "tahun": str(s.tahun),
        "instrumen": str(s.instrumen),
        "jenis": s.jenis,
        "skor": s.skor,
        "nilai": "|".join(map(str, s.nilai)),
        "keadaan": s.keadaan,
    }
    if s.beda:
        isi["beda"] = "ya"
    return isi


def _simpan(u: dict[str, str], desa: Desa, instrumen: Instrumen, by: Any, note: str) -> None:
    *angka, status = u["nilai"].split("|")
    nilai = Nilai._make((*map(Decimal, angka), status))
    tahun = int(u["tahun"])
    if u["jenis"] == SKOR:
        ganti_draf(
            desa=desa,
            tahun=tahun,
            instrumen=instrumen,
            skor=u["skor"],
            by=by,
            note=note,
        )
    if u["jenis"] == TERBITAN_SAJA:
        hasil = isian_idm(nilai, instrumen, "", by, note)
        _tulis(
            IdmDesa,
            desa,
            tahun,
            {"instrumen": instrumen, **hasil},
            by,
            note,
        )
    if u["jenis"] in (TERBITAN, TERBITAN_SAJA):
        terbitan = {**nilai._asdict(), "sumber": note[:200]}
        _tulis(TerbitanIdm, desa, tahun, terbitan, by, note)


def isian_idm(nilai: Nilai, instrumen: Instrumen, skor: str, by: Any, asal: str) -> dict[str, Any]:
    """Kolom IdmDesa selain desa, tahun dan instrumennya; tanpa skor berarti indeks terbitan."""
    now = timezone.now()
    hitung: dict[str, Any] = {
        "sidik": "",
        "dihitung_oleh": "",
        "dihitung_at": None,
    }
    if skor:
        hitung = {
            "sidik": sidik(instrumen.kode, skor),
            "dihitung_oleh": str(by)[:200],
            "dihitung_at": now,
        }
    sumber = IdmDesa.Sumber.SKOR if skor else IdmDesa.Sumber.TERBITAN
    return {
        **nilai._asdict(),
        "skor": skor,
        "sumber": sumber,
        "asal": asal[:200],
        "berlaku_at": now,
        **hitung,
    }


def _tulis(model: Any, desa: Desa, tahun: int, isi: dict[str, Any], by: Any, note: str) -> None:
    row = model.objects.filter(desa=desa, tahun=tahun).first()
    row = row or model(desa=desa, tahun=tahun)
    for nama, nilai in isi.items():
        setattr(row, nama, nilai)
    door.save(row, by=by, note=note)
