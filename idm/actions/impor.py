"""Impor skor dan indeks terbitan IDM satu kabupaten lewat halaman impor umum."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.utils import timezone

from core.audit import Refused
from core.querysets import tunggal
from documents.actions.jejak import Jejak, jejak_baris, save_berjejak, undo_rows
from documents.arsip import SENEGARA
from documents.impor import Hasil, Kesalahan, Penerima
from documents.pembaca import SemuaTabel, Tabel, read
from idm.actions.isian import ganti_draf
from idm.impor import Acuan, BarisIdm, Nilai, teks_baris
from idm.impor.banding import JUDUL, TERBITAN, TERBITAN_SAJA, Selisih, bandingkan
from idm.impor.read import Pembaca
from idm.impor.tercatat import SKOR, Ada
from idm.models import IdmDesa, Instrumen, IsianIdm, TerbitanIdm
from idm.scoring import sidik
from villages.models import Desa

SemuaKesalahan = list[Kesalahan]
Isi = dict[str, Any]  # menurut kolomnya

SemuaJejak = list[Jejak]
Ubahan = dict[str, str]  # satu baris pratinjau
SemuaUbahan = Sequence[Ubahan]


class PenerimaIdm(Penerima):
    """Skor 50 atau 54 indikator, indeks terbitan, atau keduanya."""

    model = IdmDesa
    hak = "add"
    judul = "IDM"
    halaman = "idm:idmdesa_list"
    satuan = "isian"
    is_boleh_abai = True
    is_diantrekan = True
    akhiran: ClassVar[tuple[str, ...]] = (".xlsx", ".csv", ".gz")
    pengantar: ClassVar[tuple[str, ...]] = (
        "Siapkan lembar dengan kolom kode desa (sepuluh angka atau bertitik), "
        "boleh dengan nama dan tahun.",
        "Isi skor tiap indikator (judul kolom: kode, nama atau nomor indikator), atau satu kolom "
        "“deret skor”; atau indeks terbitan IKS, IKE, IKL, IDM dan status; atau keduanya. "
        "Judul boleh bertahun, misalnya idm2024.",
        "Skor menjadi draf sampai diverifikasi; indeks terbitan langsung berlaku.",
        "Daftar senegara boleh, sebagai CSV (juga .csv.gz): desa kabupaten lain dilewati.",
    )

    def read(self, nama: str, data: bytes) -> SemuaTabel:
        return read(nama, data, SENEGARA)

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        """Semua lembarnya dibaca dahulu, lalu dibandingkan sekaligus."""
        acuan = Acuan(self.kabupaten)
        pembaca = Pembaca(acuan, self.tahun)
        pembaca.is_abai = self.is_abai
        pembaca.lapor = self.lapor
        pembaca.dari = sum(len(satu.baris) for satu in tabel)
        for satu in tabel:
            baris = [teks_baris(isi) for isi in satu.baris]
            pembaca.lembar(satu.nama, baris)
        pembaca.selesai()
        return self.bandingkan(
            pembaca.rows, pembaca.kesalahan, pembaca.catatan, pembaca.banyak_baris
        )

    def bandingkan(
        self,
        rows: Sequence[BarisIdm],
        kesalahan: SemuaKesalahan,
        catatan: SemuaKesalahan,
        banyak_baris: int,
    ) -> Hasil:
        """Baris yang terbaca terhadap yang tercatat, dan kunci tahunnya."""
        nilai = []
        for baris in rows:
            hitung = None
            if baris.skor:
                hitung = baris.rubrik.nilai(baris.skor)
            nilai.append(hitung)
        tahun = {baris.tahun for baris in rows}
        ada = Ada(tahun, self.kabupaten)
        banding = bandingkan(rows, nilai, ada)
        kunci = self._semua_sebab_lock(tahun)
        return Hasil(
            [_ubahan(s) for s in banding.selisih],
            [*kunci, *kesalahan, *banding.kesalahan],
            [*catatan, *banding.catatan],
            banyak_baris,
            banding.sama,
        )

    def _semua_sebab_lock(self, tahun: set[int]) -> SemuaKesalahan:
        """Tiap tahun yang sudah ditetapkan, dengan alasannya."""
        kunci = []
        for satu in sorted(tahun):
            alasan = IdmDesa.lock_for(self.kabupaten.kode, satu)
            if alasan:
                setahun = str(satu)
                masalah = Kesalahan(lembar="", sel="", isi=setahun, pesan=alasan)
                kunci.append(masalah)
        return kunci

    def apply(self, ubahan: SemuaUbahan, *, by: Any, note: str) -> None:
        """Ditolak bila ada yang berubah sejak pratinjaunya dibuat."""
        tahun = _nomor(ubahan, "tahun")
        ada = Ada(tahun, self.kabupaten)
        rows = Desa.objects.select_related("kecamatan__kabupaten")
        nomor = _nomor(ubahan, "desa")
        desa = rows.in_bulk(nomor)
        dipilih = _nomor(ubahan, "instrumen")
        instrumen = Instrumen.objects.in_bulk(dipilih)
        for satu in ubahan:
            nomor_desa = int(satu["desa"])
            setahun = int(satu["tahun"])
            kini = ada.keadaan(nomor_desa, setahun, satu["jenis"])
            if kini != satu["keadaan"]:
                sebutan = f"{satu['baris']} {satu['tahun']}"
                raise Refused(f"{sebutan} sudah diubah sejak diperiksa.")
            nomor_instrumen = int(satu["instrumen"])
            dipakai = instrumen[nomor_instrumen]
            self.jejak += _store(satu, desa[nomor_desa], dipakai, by, note)

    def batalkan(self, jejak: Sequence[Jejak], *, by: Any, note: str) -> None:
        """Draf dan terbitan sebelum impor ini; `Refused` bila ada yang berubah sesudahnya."""
        undo_rows(jejak=jejak, by=by, note=note)


def _nomor(ubahan: SemuaUbahan, kolom: str) -> set[int]:
    """Nomor yang disebut pratinjau pada kolom itu."""
    return {int(satu[kolom]) for satu in ubahan}


def _ubahan(selisih: Selisih) -> Ubahan:
    """Satu selisih sebagaimana disimpan pada pratinjau."""
    isi = {
        "baris": f"{selisih.nama} ({selisih.kode})",
        "judul": f"{JUDUL[selisih.jenis]} {selisih.tahun}",
        "lama": selisih.lama,
        "baru": selisih.baru,
        "lembar": selisih.lembar,
        "sel": selisih.sel,
        "desa": str(selisih.desa),
        "tahun": str(selisih.tahun),
        "instrumen": str(selisih.instrumen),
        "jenis": selisih.jenis,
        "skor": selisih.skor,
        "nilai": "|".join(map(str, selisih.nilai)),
        "keadaan": selisih.keadaan,
    }
    if selisih.beda:
        isi["beda"] = "ya"
    return isi


def _store(
    ubahan: Ubahan,
    desa: Desa,
    instrumen: Instrumen,
    by: Any,
    note: str,
) -> SemuaJejak:
    """Skor menjadi draf; indeks terbitan langsung berlaku, atau berdiri di samping skornya."""
    *tertulis, status = ubahan["nilai"].split("|")
    angka = map(Decimal, tertulis)
    nilai = Nilai._make((*angka, status))
    tahun = int(ubahan["tahun"])
    jejak: SemuaJejak = []
    if ubahan["jenis"] == SKOR:
        skor = ubahan["skor"]
        jejak.append(_store_draf(desa, tahun, instrumen, skor, by, note))
    if ubahan["jenis"] == TERBITAN_SAJA:
        hasil = isian_idm(nilai, instrumen, "", by, note)
        isi = {"instrumen": instrumen, **hasil}
        jejak.append(_write(IdmDesa, desa, tahun, isi, by, note))
    if ubahan["jenis"] in (TERBITAN, TERBITAN_SAJA):
        terbitan = {**nilai._asdict(), "sumber": note[:200]}
        jejak.append(_write(TerbitanIdm, desa, tahun, terbitan, by, note))
    return jejak


def _store_draf(
    desa: Desa,
    tahun: int,
    instrumen: Instrumen,
    skor: str,
    by: Any,
    note: str,
) -> Jejak:
    """Deret skornya menjadi draf desa itu."""
    rows = IsianIdm.objects.filter(desa=desa, tahun=tahun)
    lama = tunggal(rows)
    draf = ganti_draf(
        desa=desa,
        tahun=tahun,
        instrumen=instrumen,
        skor=skor,
        by=by,
        note=note,
    )
    return jejak_baris(draf, lama)


def isian_idm(
    nilai: Nilai,
    instrumen: Instrumen,
    skor: str,
    by: Any,
    asal: str,
    now: datetime | None = None,
) -> Isi:
    """Kolom IdmDesa selain desa, tahun dan instrumennya; tanpa skor berarti indeks terbitan.

    `now` saat impornya bila barisnya banyak.
    """
    now = now or timezone.now()
    hitung: Isi = {"sidik": "", "dihitung_oleh": "", "dihitung_at": None}
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


def _write(
    model: Any,
    desa: Desa,
    tahun: int,
    isi: Isi,
    by: Any,
    note: str,
) -> Jejak:
    """Baris desa dan tahun itu, yang ada atau yang baru."""
    rows = model.objects.filter(desa=desa, tahun=tahun)
    row = tunggal(rows) or model(desa=desa, tahun=tahun)
    for nama, nilai in isi.items():
        setattr(row, nama, nilai)
    return save_berjejak(row, by=by, note=note)
