"""Kisi pengukuran dan evaluasi: uangnya dijumlahkan ke atas, tidak diketik di sana."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from core.display import KOSONG
from core.grid import BarisKisi, KolomKisi, Saringan, save_row
from core.kaki import bertanda
from core.periode import ROMAWI
from core.periode import TRIWULAN as NAMA
from kinerja.aturan.capaian import DESIMAL
from kinerja.aturan.rencana import TRIWULAN, jumlah, jumlah_uang
from kinerja.aturan.terlapor import terlapor
from kinerja.aturan.wajar import jauh_target, luar_pagu
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
)
from kinerja.models.pengukuran import PENGEMBALIAN
from kinerja.pengukuran.forms.sel import isi_sel
from kinerja.pengukuran.grids.kolom import kolom_angka, kolom_uraian
from kinerja.pengukuran.grids.pohon import PohonGrid
from kinerja.tahun.pohon import Simpul, catatan_pagu, tanpa_pagu, tanpa_uang

Teks = dict[str, str]  # kolom → tulisannya
Nilai = dict[str, Any]  # kolom → nilainya
PerTriwulan = dict[int, Nilai]
KOLOM_MODEL = {"k": "kinerja", "rp": "keuangan"}
KOLOM_SEL = {"kinerja": "k", "pembilang": "k", "penyebut": "k", "keuangan": "rp"}
URAIAN_LEMBAR = ("penjelasan",)  # sebab pengembalian dan yang belum terlaksana
UANG_TRIWULAN = frozenset(f"rp_{n}" for n in TRIWULAN)  # pada induk dijumlahkan, tidak diketik

PENGUKURAN = {
    "program": PengukuranProgram,
    "kegiatan": PengukuranKegiatan,
    "sub": PengukuranSub,
    "tambahan": PengukuranTambahan,
}


class EvaluasiGrid(PohonGrid):
    """Realisasi K dan Rp tiap triwulan; satu triwulan dapat dibuka dengan penjelasannya."""

    model = PengukuranSub
    judul = "Pengukuran dan evaluasi"
    judul_nama = ("Nama sub kegiatan", "Sub kegiatan")
    pengantar = (
        "K diisi pada tiap baris; Rp hanya pada sub kegiatan dan dijumlahkan ke atas. "
        "Pilih satu triwulan untuk menulis penjelasan, faktor, dan tindak lanjutnya. "
        "Simpangan dari persen yang belum dibulatkan."
    )
    URAIAN = ("penjelasan", "pendorong", "penghambat", "tindak_lanjut")

    @property
    def triwulan(self) -> int:
        """Triwulan yang dibuka; 0 berarti setahun. Lembar kerjanya selalu setahun."""
        pilihan = self.params.get("triwulan", "")
        if self.is_lembar or pilihan not in {"1", "2", "3", "4"}:
            return 0
        return int(pilihan)

    @property
    def uraian(self) -> tuple[str, ...]:
        """Kolom uraian tiap triwulan yang tampak."""
        if self.is_lembar:
            return URAIAN_LEMBAR
        return self.URAIAN if self.triwulan else ()

    def filters(self) -> list[Saringan]:
        """Setahun, atau satu triwulan."""
        triwulan = [(str(n), NAMA[n]) for n in TRIWULAN]
        pilihan = [("", "Setahun"), *triwulan]
        terpilih = str(self.triwulan or "")
        return [*super().filters(), Saringan("triwulan", "Triwulan", pilihan, terpilih)]

    def columns(self) -> Sequence[KolomKisi]:
        """Kolom target, isian triwulan yang tampak, lalu hasil setahunnya."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        target = (
            KolomKisi("target", "Setahun", "baca", "Target", alias=("Target Target",)),
            KolomKisi("cara", "K setahun", "baca", "Target"),
            KolomKisi("pagu", "Pagu (Rp)", "hitung", "Target"),
        )
        tampak = TRIWULAN
        if self.triwulan:
            tampak = (self.triwulan,)
        isian: list[KolomKisi] = []
        for triwulan in tampak:
            isian += self._triwulan(triwulan)
        hasil = (
            KolomKisi("jumlah_k", "K", "hitung", "Setahun"),
            KolomKisi("jumlah_rp", "Rp", "hitung", "Setahun"),
            KolomKisi("persen_k", "K", "hitung", "% realisasi", desimal=DESIMAL),
            KolomKisi("persen_rp", "Rp", "hitung", "% realisasi", desimal=DESIMAL),
            KolomKisi("simpangan", "Fisik − uang", "hitung", "Simpangan", desimal=DESIMAL),
        )
        return (*target, *isian, *hasil)

    def _triwulan(self, n: int) -> list[KolomKisi]:
        """K, Rp dan uraian satu triwulan."""
        return [*kolom_angka(n), *(kolom_uraian(nama, n) for nama in self.uraian)]

    def column_lock(self, kolom: KolomKisi) -> str:
        """Kolom satu triwulan tertutup bersama triwulannya."""
        triwulan = kolom.nama[-1]
        if not triwulan.isdecimal():
            return ""
        return self._locks.get(int(triwulan), "")

    @cached_property
    def _locks(self) -> dict[int, str]:
        """Alasan tiap triwulan tertutup; sama bagi semua baris."""
        hasil: dict[int, str] = {}
        for n in TRIWULAN:
            hasil[n] = PengukuranSub.lock_for(self.kabupaten.kode, self.tahun, n)
        return hasil

    def rows(self) -> list[BarisKisi]:
        """Satu baris tiap simpul yang tampak."""
        return [self.row(s) for s in self.nodes()]

    def row(self, simpul: Simpul) -> BarisKisi:
        """Uang hanya diketik pada sub kegiatan."""
        gaya = "kelompok"
        tetap = UANG_TRIWULAN
        if simpul.tingkat == "sub":
            gaya = ""
            tetap = frozenset()
        return BarisKisi(
            self.kunci(simpul),
            bertanda(self.label(simpul), self.catatan(simpul)),
            self._isi(simpul),
            simpul.obj.get_absolute_url(),
            self.kode(simpul),
            self.alias(simpul),
            gaya=gaya,
            pesan=self.pesan(simpul),
            tetap=tetap,
            obj=simpul,
        )

    def _isi(self, simpul: Simpul) -> Nilai:
        """Nilai tiap kolom; uraiannya hanya pada sub kegiatan."""
        evaluasi = simpul.evaluasi
        setahun = evaluasi.jumlah
        isi = {
            "target": simpul.obj.tulisan_target,
            "cara": tulisan_cara(simpul.obj),
            "pagu": evaluasi.target.rp,
            "jumlah_k": setahun.keadaan or setahun.k,
            "jumlah_rp": setahun.rp,
            "persen_k": evaluasi.persen.k,
            "persen_rp": evaluasi.persen.rp,
            "simpangan": evaluasi.simpangan,
        }
        for triwulan, angka in zip(TRIWULAN, evaluasi.triwulan, strict=True):
            isi[f"k_{triwulan}"] = angka.isi
            isi[f"rp_{triwulan}"] = angka.rp
            if simpul.tingkat == "sub":
                isi |= self._uraian(simpul, triwulan)
        return isi

    def parse(self, row: BarisKisi, kolom: KolomKisi, teks: str) -> Any:
        """K menurut barisnya: angka bersatuan, pecahan, sebutan, atau keadaan beralasan."""
        if kolom.jenis != "nilai":
            return super().parse(row, kolom, teks)
        baris = row.obj.obj
        return isi_sel(teks, baris, self.tingkat.get(baris.skala_kualitatif_id, ()))

    def _uraian(self, s: Simpul, triwulan: int) -> Teks:
        """Uraian triwulan itu; kosong bila belum diukur."""
        ukur = s.ukur.get(triwulan)
        hasil = {}
        for nama in self.URAIAN:
            hasil[f"{nama}_{triwulan}"] = getattr(ukur, nama, "")
        return hasil

    def pesan(self, s: Simpul) -> str:
        """Yang belum dijelaskan, dan yang lazimnya salah ketik; semuanya tetap tersimpan."""
        semua = [s.obj.masalah_faktor, *jauh_target(s.evaluasi, s.obj.satuan)]
        if s.tingkat == "sub":
            semua = [self.belum(s), *semua, *luar_pagu(s.evaluasi)]
        semua.append(self.catatan(s))
        return " ".join(filter(None, semua))

    def catatan(self, s: Simpul) -> str:
        """Yang hilang dari pagu program atau kegiatan; kosong bila tidak ada."""
        if s.tingkat == "sub":
            return ""
        return s.catatan_pagu

    def belum(self, s: Simpul) -> str:
        """Triwulan yang sudah diisi, direncanakan, tetapi tanpa hasil dan tanpa penjelasan."""
        kurang = [n for n in TRIWULAN if n in s.ukur and s.perlu_penjelasan(n)]
        if not kurang:
            return ""
        romawi = ", ".join(ROMAWI[n - 1] for n in kurang)
        return f"TW {romawi}: direncanakan, tanpa hasil; tulis penjelasannya."

    def totals(self, rows: Iterable[BarisKisi]) -> Teks:
        """Uang semua program, atau sub kegiatan satu bidang, dengan kelengkapannya."""
        semua = [row.obj for row in rows]
        semua_sub = [simpul for simpul in semua if simpul.tingkat == "sub"]
        kosong = tanpa_uang(semua_sub)
        sub = [simpul.evaluasi for simpul in semua_sub]
        dijumlahkan = sub
        if not self.params.get("bidang"):
            program = [simpul for simpul in semua if simpul.tingkat == "program"]
            kosong = tanpa_pagu(program)
            dijumlahkan = [simpul.evaluasi for simpul in program]
        total = jumlah_uang(jumlah(e.target.rp for e in dijumlahkan), dijumlahkan)
        uang = {}
        for triwulan, angka in zip(TRIWULAN, total.triwulan, strict=True):
            uang[f"rp_{triwulan}"] = angka.rp
        uang["pagu"] = total.target.rp
        uang["jumlah_rp"] = total.jumlah.rp
        uang["persen_rp"] = total.persen.rp
        hasil = {"target": terlapor(total, sub).kalimat}
        for kolom in self.columns():
            if kolom.nama in uang:
                rupiah = uang[kolom.nama]
                tulisan = kolom.tulisan(rupiah)
                hasil[kolom.nama] = tulisan or KOSONG
        catatan = catatan_pagu(total.target.rp, kosong)
        hasil["pagu"] = bertanda(hasil["pagu"], catatan)
        return hasil

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Any:
        """Pengukuran triwulan kolom itu."""
        triwulan = int(kolom.nama[-1])
        simpul: Simpul = row.obj
        return simpul.ukur.get(triwulan) or self._baru(simpul, triwulan)

    def store(self, baris: BarisKisi, nilai: Nilai, *, note: str) -> None:
        """Tiap triwulan baris pengukurannya sendiri; pesannya menyebut triwulannya."""
        simpul: Simpul = baris.obj
        for triwulan, isi in _per_triwulan(nilai).items():
            obj = simpul.ukur.get(triwulan) or self._baru(simpul, triwulan)
            if "kinerja" in isi:
                kinerja = isi.pop("kinerja")
                obj.fill(kinerja)
            try:
                save_row(obj, isi, by=self.user, note=note)
            except ValidationError as error:
                raise _bertriwulan(error, triwulan, self._jalan(triwulan)) from error

    def _jalan(self, triwulan: int) -> str:
        """Tempat penjelasan ditulis; kosong bila kolomnya tampak."""
        if self.uraian:
            return ""
        return f"Pilih {NAMA[triwulan]} pada saringan Triwulan; kolom penjelasannya di sana."

    def _baru(self, s: Simpul, n: int) -> Any:
        """Pengukuran yang belum ada pada triwulan itu."""
        model = PENGUKURAN[s.tingkat]
        return model(**{model.induk_field: s.obj}, triwulan=n)


def tulisan_cara(obj: Any) -> str:
    """Cara K setahunnya, dan usulan yang lain daripadanya."""
    usulan = obj.usulan_lain
    if usulan is None:
        return str(obj.tulisan_cara)
    return f"{obj.tulisan_cara}; usulan: {usulan.nama}"


def _per_triwulan(nilai: Nilai) -> PerTriwulan:
    """Isian kisi (`k_1`, `rp_1`, `penjelasan_1`) menurut triwulan dan kolom modelnya."""
    hasil: PerTriwulan = {}
    for kolom_kisi, diisi in nilai.items():
        kolom, _, triwulan = kolom_kisi.rpartition("_")
        isi = hasil.setdefault(int(triwulan), {})
        nama = KOLOM_MODEL.get(kolom, kolom)
        isi[nama] = diisi
    return hasil


def _bertriwulan(error: ValidationError, triwulan: int, jalan: str) -> ValidationError:
    """Pesannya menyebut triwulannya, pada kolom kisi yang menyebabkannya."""
    semua = {NON_FIELD_ERRORS: error.messages}
    if hasattr(error, "error_dict"):
        semua = error.message_dict
    hasil: dict[str, list[str]] = {}
    for kolom, kalimat in semua.items():
        nama = f"{KOLOM_SEL.get(kolom, kolom)}_{triwulan}"
        pesan = hasil.setdefault(nama, [])
        for satu in kalimat:
            lengkap = f"{satu} {jalan}" if satu == PENGEMBALIAN else satu
            pesan.append(f"{NAMA[triwulan]}: {lengkap}".strip())
    return ValidationError(hasil)
