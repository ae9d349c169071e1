"""Skrip pemasangan atas tiruan systemctl: layanan berhenti selama basis data diganti, lalu menyala.

`bin/upgrade` di klon kecil bertanda; `bin/manage`-nya tiruan yang mencatat perintahnya.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HIDUP = "dpmd.service dpmd-worker@1.service dpmd-worker@3.service dpmd-health.timer"
NYALA = f"systemctl start {HIDUP}"
MATI = ["systemctl stop dpmd-*.timer", "systemctl stop dpmd.service dpmd-*.service"]
TIRUAN = {
    "systemctl": f"""
if [ "$1" = list-units ]; then printf '%s loaded\\n' {HIDUP} dpmd-backup.service; exit; fi
echo "systemctl $*" >>"$CATATAN_UJI"
""",
    "install": 'for folder; do :; done; [ "$1" != -d ] || mkdir -p "$folder"\n',
    "id": "echo 0\n",
}
MANAGE = """#!/usr/bin/env bash
echo "manage $1" >>"$CATATAN_UJI"
case "$1 $TINGKAH" in
    "backup "*) touch "$2/dpmd-20261130-010000.tar" ;;
    "migrate gagal" | "restore buntu" | "migrate buntu") exit 1 ;;
    "migrate putus") kill -TERM "$PPID" ;;
    "migrate tutup") kill -HUP "$PPID" ;;
esac
"""


def write(path, isi, mode=0o755):
    path.write_text(isi)
    path.chmod(mode)


@pytest.fixture
def lingkungan(tmp_path):
    """Lingkungan skrip: tiruannya di depan PATH, semua foldernya di bawah `tmp_path`."""
    (tmp_path / "tiruan").mkdir()
    (tmp_path / "systemd").mkdir()
    for nama, isi in TIRUAN.items():
        write(tmp_path / "tiruan" / nama, f"#!/usr/bin/env bash\n{isi}")
    return {
        "PATH": f"{tmp_path / 'tiruan'}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "CATATAN_UJI": str(tmp_path / "catatan"),
        "SYSTEMD": str(tmp_path / "systemd"),
        "SYSTEMD_BERJALAN": str(tmp_path),
        "LINGKUNGAN": str(tmp_path / "setelan"),
        "CADANGAN": str(tmp_path / "cadangan"),
        "CADDY": str(tmp_path / "caddy"),
        "TUJUAN": str(tmp_path / "srv"),
        "TINGKAH": "",
    }


def jalankan(lingkungan, *perintah, cwd=ROOT):
    utuh = ("env", "--default-signal=HUP", *perintah)  # juga bila ujinya dijalankan nohup
    return subprocess.run(
        utuh, cwd=cwd, env=lingkungan, capture_output=True, text=True, check=False
    )


@pytest.fixture
def klon(lingkungan):
    """Pemasangan berkode `semula`, dengan rilis `baru` yang menunggu."""
    akar = Path(lingkungan["TUJUAN"])
    shutil.copytree(ROOT / "bin", akar / "bin", ignore=shutil.ignore_patterns("*.lock", "wadah"))
    write(akar / "bin/manage", MANAGE)
    with (akar / "bin/setup.sh").open("a") as tata:
        tata.write("\npaket_sistem() { :; }\npaket_python() { :; }\n")
    git = ("git", "-c", "user.name=uji", "-c", "user.email=uji@contoh.go.id")
    for perintah in (
        ("init", "-q"),
        ("remote", "add", "origin", "."),
        ("add", "-A"),
        ("commit", "-qm", "semula"),
        ("tag", "semula"),
        ("commit", "-q", "--allow-empty", "-m", "baru"),
        ("tag", "baru"),
        ("checkout", "-q", "semula"),
    ):
        assert jalankan(lingkungan, *git, *perintah, cwd=akar).returncode == 0
    return akar


def tanda(lingkungan, klon):
    return jalankan(lingkungan, "git", "describe", "--tags", cwd=klon).stdout.strip()


def catatan(lingkungan):
    return Path(lingkungan["CATATAN_UJI"]).read_text().splitlines()


def test_pemutakhiran_menghentikan_semua_yang_menulis(lingkungan, klon):
    hasil = jalankan(lingkungan, "bin/upgrade", "baru", cwd=klon)
    assert hasil.returncode == 0, hasil.stderr
    tercatat = [baris for baris in catatan(lingkungan) if "daemon-reload" not in baris]
    assert tercatat == [
        "manage verify_audit",
        "manage backup",
        *MATI,
        "manage check",
        "manage migrate",
        "manage load_acuan",
        "manage verify_audit",
        "manage verify_documents",
        NYALA,
    ]
    assert tanda(lingkungan, klon) == "baru"


@pytest.mark.parametrize(("tingkah", "kode"), [("gagal", 1), ("putus", 143), ("tutup", 129)])
def test_yang_gagal_atau_diputus_dikembalikan_dan_dinyalakan(lingkungan, klon, tingkah, kode):
    lingkungan["TINGKAH"] = tingkah
    hasil = jalankan(lingkungan, "bin/upgrade", "baru", cwd=klon)
    assert hasil.returncode == kode
    assert catatan(lingkungan)[-2:] == ["manage restore", NYALA]
    assert tanda(lingkungan, klon) == "semula"
    tertulis = hasil.stdout
    if tingkah == "tutup":
        tertulis = (Path(lingkungan["CADANGAN"]) / "pemutakhiran/catatan").read_text()
    assert "Berhenti pada langkah: Migrasi dan pemeriksaan" in tertulis
    assert "Kembali ke" in tertulis


def test_pengembalian_yang_gagal_menyebut_jalannya(lingkungan, klon):
    lingkungan["TINGKAH"] = "buntu"
    hasil = jalankan(lingkungan, "bin/upgrade", "baru", cwd=klon)
    assert hasil.returncode == 1
    assert "Belum kembali ke semula, dan layanannya berhenti." in hasil.stdout
    assert "--timpa && bin/install" in hasil.stdout
    assert NYALA not in catatan(lingkungan)


@pytest.mark.parametrize(("pilihan", "pesan"), [("--apa", "Pakai:"), ("tiada", "tidak ada")])
def test_rilis_yang_keliru_tidak_menyentuh_apa_pun(lingkungan, klon, pilihan, pesan):
    hasil = jalankan(lingkungan, "bin/upgrade", pilihan, cwd=klon)
    assert hasil.returncode == 1
    assert pesan in hasil.stderr
    assert not Path(lingkungan["CATATAN_UJI"]).exists()


@pytest.mark.parametrize("pilihan", [(), ("--periksa",)])
def test_pemulihan_menghentikan_layanan_dan_menerima_arsip_di_mana_pun(
    lingkungan, klon, tmp_path, pilihan
):
    """Jalan nisbi dari folder lain; pemeriksaan saja tidak menghentikan apa pun."""
    Path(lingkungan["LINGKUNGAN"]).touch()
    (tmp_path / "a.tar").touch()
    hasil = jalankan(lingkungan, klon / "bin/restore", "a.tar", *pilihan, cwd=tmp_path)
    assert hasil.returncode == 0, hasil.stderr
    harapan = ["manage restore"] if pilihan else [*MATI, "manage restore", NYALA]
    assert catatan(lingkungan) == harapan
    tiada = jalankan(lingkungan, klon / "bin/restore", "b.tar", cwd=tmp_path)
    assert "Arsip b.tar tidak ada" in tiada.stderr


def kulit(lingkungan, perintah):
    """Fungsi `bin/install` saja, tanpa langkah-langkahnya."""
    fungsi = (ROOT / "bin/install").read_text().split('\nlangkah "Paket sistem"')[0]
    skrip = Path(lingkungan["HOME"]) / "fungsi"
    skrip.write_text(fungsi.replace('"$(dirname "${BASH_SOURCE[0]}")', f'"{ROOT}/bin'))
    asli = lingkungan | {"PATH": os.environ["PATH"]}
    return jalankan(asli, "bash", "-c", f". {skrip}\n{perintah}", "uji", "--domain", "baru.go.id")


def test_nama_situs_yang_lain_diberlakukan_dan_disebut(lingkungan):
    setelan = Path(lingkungan["LINGKUNGAN"])
    lama = 'SITE_URL=https://a.go.id\nALLOWED_HOSTS="x-a.go.id,a.go.id"\nDATABASE_URL=sqlite:///x\n'
    setelan.write_text(lama)
    hasil = kulit(lingkungan, "lingkungan")
    assert "dari a.go.id menjadi baru.go.id" in hasil.stdout, hasil.stderr
    kini = lama.replace("/a.go.id", "/baru.go.id").replace(",a.go.id", ",baru.go.id")
    assert setelan.read_text() == kini
    assert setelan.with_name("setelan.semula").read_text() == lama


def test_mesin_lain_ditolak_pada_pengulangan(lingkungan):
    Path(lingkungan["LINGKUNGAN"]).write_text("SITE_URL=https://a.id\nDATABASE_URL=sqlite:///x\n")
    hasil = jalankan(lingkungan, "bin/install", "--database", "postgresql", "--dry-run")
    assert hasil.returncode == 1
    assert "Pemasangan ini memakai sqlite" in hasil.stderr
    assert "createdb" not in jalankan(lingkungan, "bin/install", "--dry-run").stdout


def test_situs_lain_pada_caddyfile_dibiarkan(lingkungan, tmp_path):
    utama = tmp_path / "caddy/Caddyfile"
    utama.parent.mkdir()
    utama.write_text("lain.go.id {\n}\n")
    hasil = kulit(lingkungan, "situs; situs")
    assert hasil.returncode == 0, hasil.stderr
    assert utama.read_text() == "lain.go.id {\n}\nimport dpmd.caddy\n"
    assert utama.with_name("Caddyfile.semula").read_text() == "lain.go.id {\n}\n"
    sendiri = utama.with_name("dpmd.caddy")
    assert "\nbaru.go.id {" in sendiri.read_text()
    sendiri.write_text("suntingan\n")
    assert "dpmd.caddy.semula" in kulit(lingkungan, "situs").stdout
    assert utama.with_name("dpmd.caddy.semula").read_text() == "suntingan\n"


def test_caddyfile_rilis_lama_menjadi_impor_dan_tls_nya_tetap(lingkungan, tmp_path):
    utama = tmp_path / "caddy/Caddyfile"
    utama.parent.mkdir()
    utama.write_text("# Ditulis bin/install. TLS\na.id {\n\ttls internal\n}\n")
    assert kulit(lingkungan, "situs").returncode == 0
    assert utama.read_text() == "import dpmd.caddy\n"
    assert "\ttls internal\n" in utama.with_name("dpmd.caddy").read_text()


def test_jangkar_di_luar_folder_data_boleh_ditulis_satuannya(lingkungan, tmp_path):
    setelan = Path(lingkungan["LINGKUNGAN"])
    setelan.write_text('AUDIT_ANCHOR="/mnt/jejak/jangkar.jsonl"\n')
    kulit(lingkungan, "jalan_jangkar")
    tambahan = sorted((tmp_path / "systemd").glob("*.d/jangkar.conf"))
    assert [path.parent.name for path in tambahan] == [
        "dpmd-backup.service.d",
        "dpmd-worker@.service.d",
        "dpmd.service.d",
    ]
    assert tambahan[0].read_text() == "[Service]\nReadWritePaths=-/mnt/jejak\n"
    setelan.write_text("")
    kulit(lingkungan, "jalan_jangkar")
    assert not list((tmp_path / "systemd").glob("*.d/jangkar.conf"))
