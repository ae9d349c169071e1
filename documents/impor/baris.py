"""Baris lembar kerja dicocokkan dengan baris kisi dari kunci atau namanya."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.angka import is_setrip
from core.grid import BarisKisi, Grid, KolomKisi
from documents.impor.hitungan import tertulis
from documents.impor.kaki import Kaki
from documents.impor.kata import is_jumlah, is_rata
from documents.impor.kepala import KUNCI, KepalaLembar, Muatan
from documents.impor.padanan import Padanan, is_cocok
from documents.impor.penerima import Hasil, Hitungan, Kesalahan
from documents.impor.pesan import pesan_asing, pesan_kembar, pesan_tanpa_letak
from documents.impor.sel import bandingkan
from documents.pembaca import Sel, Tabel, alamat

SemuaBaris = list[BarisKisi]
Teks = dict[str, str]
Sebaris = list[Sel]  # semua sel satu baris
Rows = Sequence[BarisKisi]
TANPA_TANDA = "Baris ini berangka tetapi tanpa kode dan nama; dilewati."


@dataclass(frozen=True)
class Tanda:
    """Satu sel yang menandai barisnya, dengan baris kisi yang cocok."""

    kolom: int
    sel: Sel
    is_kunci: bool
    calon: Rows


SemuaTanda = list[Tanda]


class BarisRefused(Exception):
    """Barisnya tidak dapat ditentukan; pesannya untuk pengguna."""

    def __init__(self, tanda: Tanda, pesan: str) -> None:
        super().__init__(pesan)
        self.tanda = tanda


class Pencocok:
    """Satu lembar: barisnya dicocokkan, selnya dibandingkan, semuanya dicatat pada `hasil`."""

    def __init__(
        self,
        grid: Grid,
        rows: SemuaBaris,
        tabel: Tabel,
        kepala: KepalaLembar,
        hasil: Hasil,
    ) -> None:
        self.grid = grid
        self.tabel = tabel
        self.kepala = kepala
        self.hasil = hasil
        self.padanan = Padanan(rows, grid.kode_lama())
        self.kaki = Kaki(rows)
        self.terlihat: Teks = {}  # kunci baris → tempat pertamanya
        self.terakhir: Teks = {}  # kolom pembeda → isinya yang terakhir terlihat

    def read(self) -> None:
        """Baris di bawah kepala yang berisi; kaki tabel dilewati."""
        awal = self.kepala.baris
        isi = self.tabel.baris[awal:]
        for nomor, baris in enumerate(isi, start=awal + 1):
            self._ingat(baris)
            self._read_baris(nomor, baris)

    def _read_baris(self, nomor: int, baris: Sebaris) -> None:
        """Kaki tabel dilewati, yang bertanda dicocokkan."""
        tanda = self._tanda(baris)
        kaki = filter(_is_kaki, tanda)
        if any(kaki):
            self._kaki(nomor, baris)
        elif tanda:
            self.hasil.banyak_baris += 1
            self._cocokkan(nomor, baris, tanda)
        else:
            self._tanpa_tanda(nomor, baris)

    def _tanda(self, baris: Sebaris) -> SemuaTanda:
        """Sel kunci dan nama baris itu yang terisi, kuncinya dahulu."""
        tanda = []
        for kolom, muatan in self.kepala.peta.items():
            sel = _sel(baris, kolom)
            if isinstance(muatan, str) and sel.isi:
                is_kunci = muatan == KUNCI
                calon = self.padanan.calon(sel, is_kunci=is_kunci)
                satu = Tanda(kolom, sel, is_kunci, calon)
                tanda.append(satu)
        kunci = [satu for satu in tanda if satu.is_kunci]
        nama = [satu for satu in tanda if not satu.is_kunci]
        return [*kunci, *nama]

    def _cocokkan(self, nomor: int, baris: Sebaris, tanda: SemuaTanda) -> None:
        """Baris yang asing atau kembar menjadi masalah; selainnya dibandingkan."""
        try:
            row = self._row(baris, tanda)
        except BarisRefused as error:
            kesalahan = self.hasil.kesalahan
            pesan = str(error)
            self._record(kesalahan, nomor, error.tanda, pesan)
            return
        satu = tanda[0]
        kini = self.padanan.kini(satu.sel)
        if kini:
            pesan = f"Kode edisi lain; dibaca sebagai {kini} {row.label}."
            catatan = self.hasil.catatan
            self._record(catatan, nomor, satu, pesan)
        tempat = alamat(nomor, satu.kolom)
        self.terlihat[row.kunci] = tempat
        self._bandingkan(row, nomor, baris)

    def _row(self, baris: Sebaris, tanda: SemuaTanda) -> BarisKisi:
        """Baris kisi yang ditunjuk semua tandanya; `BarisRefused` bila tidak satu."""
        pertama = self._pertama(tanda)
        calon = self._disaring(pertama, tanda)
        row = self._satu(pertama, calon)
        self._check_pembeda(baris, row, pertama)
        tempat = self.terlihat.get(row.kunci)
        if tempat:
            pesan = f"Baris ini sudah ada pada {tempat}."
            raise BarisRefused(pertama, pesan)
        return row

    def _pertama(self, tanda: SemuaTanda) -> Tanda:
        """Tanda pertama yang dikenal; kode yang asing menahan walau namanya dikenal."""
        dikenal = [satu for satu in tanda if satu.calon]
        awal = tanda[0]
        is_asing = awal.is_kunci and not awal.calon
        if is_asing or not dikenal:
            pesan = pesan_asing(awal.sel, self.grid)
            raise BarisRefused(awal, pesan)
        return dikenal[0]

    def _satu(self, tanda: Tanda, calon: Rows) -> BarisKisi:
        """Baris senama dibedakan kolom pembedanya; yang tetap kembar tidak ditebak."""
        if len(calon) == 1:
            return calon[0]
        cocok = self._dibedakan(calon)
        if len(cocok) == 1:
            return cocok[0]
        pesan = pesan_tanpa_letak(calon, self.terakhir, self.grid)
        if cocok:
            pesan = pesan_kembar(cocok, self.grid)
        raise BarisRefused(tanda, pesan)

    def _disaring(self, pertama: Tanda, tanda: SemuaTanda) -> Rows:
        """Kode dan nama harus menunjuk baris yang sama."""
        nama = [satu for satu in tanda if satu.calon and not satu.is_kunci]
        if not pertama.is_kunci or not nama:
            return pertama.calon
        bernama = nama[0]
        kunci = {row.kunci for row in bernama.calon}
        calon = [row for row in pertama.calon if row.kunci in kunci]
        if calon:
            return calon
        menurut_kode = pertama.calon[0].label
        menurut_nama = bernama.calon[0].label
        beda = f"Kode ini milik {menurut_kode}, namanya {menurut_nama}."
        pesan = f"{beda} Betulkan salah satunya."
        raise BarisRefused(pertama, pesan)

    def _dibedakan(self, calon: Rows) -> SemuaBaris:
        """Yang cocok dengan isi kolom pembeda; sel gabungan dibaca dari atasnya."""
        cocok = list(calon)
        for nama, isi in self.terakhir.items():
            cocok = [row for row in cocok if is_cocok(row, nama, isi)]
        return cocok

    def _ingat(self, baris: Sebaris) -> None:
        """Isi kolom pembeda yang terakhir terisi."""
        for nama, sel in self._pembeda(baris):
            self.terakhir[nama] = sel.isi

    def _pembeda(self, baris: Sebaris) -> list[tuple[str, Sel]]:
        """Kolom pembeda yang terisi pada baris itu."""
        hasil = []
        for kolom, muatan in self.kepala.peta.items():
            sel = _sel(baris, kolom)
            is_kolom = isinstance(muatan, KolomKisi) and muatan.nama in self.grid.pembeda
            if is_kolom and sel.isi:
                hasil.append((muatan.nama, sel))
        return hasil

    def _check_pembeda(
        self,
        baris: Sebaris,
        row: BarisKisi,
        tanda: Tanda,
    ) -> None:
        """Baris yang ditemukan bukan yang dimaksud bila pembedanya lain."""
        for nama, sel in self._pembeda(baris):
            if not is_cocok(row, nama, sel.isi):
                letak = row.isi[nama]
                pesan = f"{row.label} di {letak}, bukan {sel.isi}."
                raise BarisRefused(tanda, pesan)

    def _tanpa_tanda(self, nomor: int, baris: Sebaris) -> None:
        """Angka tanpa nama disebut; baris kosong tidak."""
        tulisan = [sel.isi for sel in baris]
        kaki = filter(is_jumlah, tulisan)
        if any(kaki):
            self._kaki(nomor, baris)
            return
        for kolom, muatan in self.kepala.peta.items():
            sel = _sel(baris, kolom)
            if sel.isi and _is_isian(muatan):
                tanda = Tanda(kolom, sel, is_kunci=False, calon=())
                self._record(self.hasil.catatan, nomor, tanda, TANPA_TANDA)
                return

    def _kaki(self, nomor: int, baris: Sebaris) -> None:
        """Jumlah yang lain dari barisnya disebut; rata-rata tidak disandingkan."""
        tulisan = [sel.isi for sel in baris]
        if any(map(is_rata, tulisan)):
            return
        for urut, kolom in self.kepala.peta.items():
            sel = _sel(baris, urut)
            if isinstance(kolom, KolomKisi) and (pesan := self.kaki.masalah(kolom, sel)):
                tempat = alamat(nomor, urut)
                beda = Kesalahan(self.tabel.nama, tempat, sel.isi, pesan, is_jumlah=True)
                self.hasil.catatan.append(beda)
        self.kaki.close()

    def _record(
        self,
        semua: list[Kesalahan],
        nomor: int,
        tanda: Tanda,
        pesan: str,
    ) -> None:
        """Masalah atau catatan pada sel tandanya."""
        masalah = Kesalahan(
            lembar=self.tabel.nama,
            sel=alamat(nomor, tanda.kolom),
            isi=tanda.sel.isi,
            pesan=pesan,
        )
        semua.append(masalah)

    def _bandingkan(self, row: BarisKisi, nomor: int, baris: Sebaris) -> None:
        """Sel isian yang berbeda menjadi ubahan; sel hitungan yang tertulis disandingkan nanti."""
        for urut, kolom in self.kepala.peta.items():
            is_di_luar = urut > len(baris)
            if isinstance(kolom, str) or is_di_luar:
                continue
            sel = baris[urut - 1]
            tempat = alamat(nomor, urut)
            if row.is_isian(kolom):
                self._isian(row, kolom, sel, tempat)
            else:
                self._hitungan(row, kolom, sel, tempat)

    def _isian(self, row: BarisKisi, kolom: KolomKisi, sel: Sel, tempat: str) -> None:
        """Sel yang diisi orang."""
        if sel.isi and not is_setrip(sel.isi):
            self.hasil.is_rinci = True
            self.kaki.add(kolom, sel)
        bandingkan(
            self.grid,
            row,
            kolom,
            sel,
            self.tabel.nama,
            tempat,
            self.hasil,
        )

    def _hitungan(self, row: BarisKisi, kolom: KolomKisi, sel: Sel, tempat: str) -> None:
        """Sel yang dihitung dan tetap tertulis."""
        angka = tertulis(row, kolom, sel)
        if angka is not None:
            satu = Hitungan(row, kolom, angka, self.tabel.nama, tempat)
            self.hasil.hitungan.append(satu)


def _sel(baris: Sebaris, kolom: int) -> Sel:
    """Sel kosong di ujung kanan tidak selalu ditulis."""
    if kolom > len(baris):
        return Sel()
    return baris[kolom - 1]


def _is_isian(muatan: Muatan) -> bool:
    """Kolom angka yang diketik orang."""
    if isinstance(muatan, str):
        return False
    return muatan.is_angka and not muatan.is_tetap


def _is_kaki(tanda: Tanda) -> bool:
    """Baris yang benar-benar bernama “Jumlah …” pada kisinya bukan kaki tabel."""
    return not tanda.calon and is_jumlah(tanda.sel.isi)
