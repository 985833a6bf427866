-- What was last found out about the power of each node; written when it changes.
create table node_power (
  node_id bigint not null,
  state varchar(8) null,
  trouble varchar(2000) null,
  since datetime(6) not null,
  primary key (node_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
