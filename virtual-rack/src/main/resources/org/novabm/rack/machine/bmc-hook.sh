#!/bin/sh
# The power button and the boot order of one virtual machine; ipmi_sim's chassis_control program.
#   bmc-hook.sh FOLDER get power|boot       prints power:0|1, boot:pxe|default
#   bmc-hook.sh FOLDER set power 0|1 | reset 1 | shutdown 1 | boot none|pxe|default|cdrom|bios | identify S F
# ipmi_sim waits for its end and answers nobody meanwhile, so it must be quick.
# FOLDER/boot-pxe.args and boot-disk.args hold QEMU's command line, one argument a line.
folder=$1
operation=$2
shift 2

say() { echo "$(date '+%F %T') $*" >>"$folder/bmc.log"; }

# not kill -0: that is true for a zombie and for a stranger with the same number
running() {
  pid=$(cat "$folder/qemu.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  grep -qsF "$folder/disk.img" "/proc/$pid/cmdline" && return 0
  # while a program is loaded its command line is empty, as a zombie's, which has no executable
  [ -e "/proc/$pid/exe" ] && [ -z "$(tr -d '\0' <"/proc/$pid/cmdline")" ]
}

order() { cat "$folder/boot" 2>/dev/null || echo disk; }

qmp() {
  { echo '{"execute":"qmp_capabilities"}'; echo "$1"; sleep 0.1; } |
    timeout 3 socat -t 1 - "unix-connect:$folder/qmp" >>"$folder/qmp.log" 2>&1
}

# waits at most 5 s for the given command to succeed
soon() {
  n=0
  until "$@"; do
    [ $n -lt 100 ] || return 1
    n=$((n + 1))
    sleep 0.05
  done
}

stopped() { ! running; }

start() {
  running && return 0
  rm -f "$folder/qmp"
  order=$(order)
  touch "$folder/console.log"
  # renamed, so that nobody reads half of it
  wc -c <"$folder/console.log" >"$folder/console.start.new"
  mv "$folder/console.start.new" "$folder/console.start"
  printf '\n==== power on %s boot=%s ====\n' "$(date +%T)" "$order" >>"$folder/console.log"
  set --
  while IFS= read -r argument; do set -- "$@" "$argument"; done <"$folder/boot-$order.args"
  # ipmi_sim's own descriptors are closed: its pclose() would wait for QEMU, and its UDP port stay taken
  setsid "$@" </dev/null >>"$folder/qemu.log" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
  echo $! >"$folder/qemu.pid"
  soon running
}

stop() {
  running && kill -KILL "$pid"
  soon stopped && rm -f "$folder/qemu.pid"
}

# the disk has boot index 2; a running machine obeys at its next reset
boot() {
  case $1 in
    pxe) echo pxe ;;
    *) echo disk ;;
  esac >"$folder/boot"
  running || return 0
  case $(order) in pxe) index=1 ;; *) index=3 ;; esac
  qmp '{"execute":"qom-set","arguments":{"path":"/machine/peripheral/nic0","property":"bootindex","value":'$index'}}'
}

get() {
  case $1 in
    power) if running; then echo power:1; else echo power:0; fi ;;
    boot) if [ "$(order)" = pxe ]; then echo boot:pxe; else echo boot:default; fi ;;
    *) say "cannot get $1"; return 1 ;;
  esac
}

put() {
  case $1 in
    power) if [ "$2" = 1 ]; then start; else stop; fi ;;
    reset) running && qmp '{"execute":"system_reset"}' ;;
    shutdown) running && qmp '{"execute":"system_powerdown"}' ;;
    boot) boot "$2" ;;
    *) say "cannot set $1"; return 1 ;;
  esac
}

case $operation in
  get) for name in "$@"; do get "$name" || exit 1; done ;;
  set)
    say "set $*"
    while [ $# -gt 1 ]; do
      # the only one with two values, and there is no lamp
      if [ "$1" = identify ]; then break; fi
      put "$1" "$2" || exit 1
      shift 2
    done
    ;;
  *) exit 1 ;;
esac
