-- Under which names a BMC is spoken for, so that no two nodes that are added have the same one. A
-- port that nobody wrote down may be any of the standard ones, so such a BMC has several names.
-- Twin is 0, but on nodes of before that share their BMC, which are left as they are.
create table node_bmcs (
  bmc varchar(300) not null,
  twin bigint not null default 0,
  node_id bigint not null,
  primary key (bmc, twin),
  key node_bmcs_node_idx (node_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;

-- Whether a node's BMC is in that table; old tools put none there.
alter table bm_nodes add column bmc_listed tinyint(1) not null default 0;
create index bm_nodes_bmc_listed_idx on bm_nodes (bmc_listed, deleted);
