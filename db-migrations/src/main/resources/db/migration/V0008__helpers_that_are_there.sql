-- Who serves machines that boot, when it said so last, and what it lacks.
create table deploy_helpers (
  desk varchar(255) not null,
  host varchar(255) not null,
  seen datetime(6) not null,
  lack varchar(2000) not null,
  primary key (desk, host)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
