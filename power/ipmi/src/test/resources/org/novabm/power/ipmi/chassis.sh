#!/bin/sh
# The chassis of a simulated machine, called by ipmi_sim: chassis.sh FOLDER get|set NAME [VALUE] ...
# Keeps power and boot device in files of FOLDER. A file "deaf" makes the machine ignore a soft shutdown.
cd "$1" || exit 1
operation=$2
shift 2
case $operation in
  get)
    for name in "$@"; do
      [ -f "$name" ] || exit 1
      echo "$name:$(cat "$name")"
    done
    ;;
  set)
    while [ $# -gt 0 ]; do
      echo "$1 $2" >> journal
      case $1 in
        power | boot) echo "$2" > "$1.new" && mv "$1.new" "$1" ;;
        shutdown) [ -f deaf ] || echo 0 > power ;;
        reset) [ "$(cat power)" = 1 ] || exit 1 ;;
        *) exit 1 ;;
      esac
      shift 2
    done
    ;;
  *) exit 1 ;;
esac
