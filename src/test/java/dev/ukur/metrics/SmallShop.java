package dev.ukur.metrics;

/** A shop so small that every number of it can be worked out by hand. Three months of 2026, in Rupiah. */
final class SmallShop {

    private SmallShop() {}

    static void fill(Rows rows) {
        events(rows);
        orders(rows);
        advertising(rows);
        leads(rows);
        rest(rows);
    }

    /**
     * January: Ani visits twice (Paid Search on 5 January with the order A1, Direct on 6 January without), Budi once
     * (Email, a cart and a checkout, no order). February: Ani once (Email, order A3).
     */
    static void events(Rows rows) {
        rows.load("events", """
                account,period_start,period_end,event_id,event_name,event_time,anonymous_id,channel,is_paid,device,transaction_id
                web,2026-01-05,2026-01-05,e1,page_view,2026-01-05T03:00:00Z,ani,Paid Search,true,mobile,
                web,2026-01-05,2026-01-05,e2,page_view,2026-01-05T03:01:00Z,ani,Paid Search,true,mobile,
                web,2026-01-05,2026-01-05,e3,add_to_cart,2026-01-05T03:02:00Z,ani,Paid Search,true,mobile,
                web,2026-01-05,2026-01-05,e4,begin_checkout,2026-01-05T03:03:00Z,ani,Paid Search,true,mobile,
                web,2026-01-05,2026-01-05,e5,purchase,2026-01-05T03:04:00Z,ani,Paid Search,true,mobile,#A1
                web,2026-01-06,2026-01-06,e6,page_view,2026-01-06T03:00:00Z,ani,Direct,false,mobile,
                web,2026-01-07,2026-01-07,e7,page_view,2026-01-07T03:00:00Z,budi,Email,false,desktop,
                web,2026-01-07,2026-01-07,e8,add_to_cart,2026-01-07T03:01:00Z,budi,Email,false,desktop,
                web,2026-01-07,2026-01-07,e9,begin_checkout,2026-01-07T03:02:00Z,budi,Email,false,desktop,
                web,2026-02-10,2026-02-10,e10,page_view,2026-02-10T03:00:00Z,ani,Email,false,mobile,
                web,2026-02-10,2026-02-10,e11,purchase,2026-02-10T03:02:00Z,ani,Email,false,mobile,#A3
                """);
    }

    /** A2 is cancelled; S1 came from a marketplace; A3 is Ani's second order; S2 is known by month only. */
    static void orders(Rows rows) {
        rows.load("orders", """
                account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,payment_method,channel,items,total_paid,refund_amount,currency
                shop,2026-01-05,2026-01-05,#A1,2026-01-05T03:04:00Z,paid,ani,web,Transfer,,2,100000.00,0.00,IDR
                shop,2026-01-08,2026-01-08,#A2,2026-01-08T03:00:00Z,cancelled,citra,web,Transfer,,1,50000.00,0.00,IDR
                shop,2026-02-10,2026-02-10,#A3,2026-02-10T03:02:00Z,paid,ani,web,COD,,1,200000.00,20000.00,IDR
                """);
        rows.load("orders", """
                account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,payment_method,channel,items,total_paid,refund_amount,currency
                shopee,2026-01-20,2026-01-20,S1,2026-01-20T03:00:00Z,completed,dewi,shopee,COD,Marketplace,3,60000.00,0.00,IDR
                shopee,2026-03-01,2026-03-31,S2,,completed,eka,shopee,COD,Marketplace,1,40000.00,0.00,IDR
                """);
        rows.load("order_items", """
                account,period_start,period_end,order_id,line_no,category,quantity,total,currency
                shop,2026-01-05,2026-01-05,#A1,1,Batik,2,100000.00,IDR
                shop,2026-01-08,2026-01-08,#A2,1,Batik,1,50000.00,IDR
                """);
    }

    /** One account with a campaign report and a finer keyword report of the same money; days of a censored share. */
    static void advertising(Rows rows) {
        rows.load("ad_performance", """
                account,period_start,period_end,breakdown,platform,campaign,ad_group,keyword,source,medium,channel,impressions,clicks,spend,currency,conversions,conversions_value,search_impression_share,search_impression_share_bound
                ads,2026-01-05,2026-01-05,campaign,google,Merek,,,google,cpc,Paid Search,100,10,30000.00,IDR,2,200000.00,0.5,
                ads,2026-01-06,2026-01-06,campaign,google,Umum,,,google,cpc,Paid Search,300,6,20000.00,IDR,0,0.00,0.3,
                ads,2026-02-10,2026-02-10,campaign,google,Umum,,,google,cpc,Paid Search,50,4,10000.00,IDR,1,90000.00,0.1,lt
                ads,2026-01-05,2026-01-05,ad_group;campaign;keyword,google,Merek,Inti,batik laras,google,cpc,Paid Search,100,10,30000.00,IDR,2,200000.00,,
                """);
        rows.load("costs", """
                account,period_start,period_end,item,category,channel,amount,currency
                costs,2026-01-01,2026-01-31,Gaji,salary,,90000.00,IDR
                costs,2026-02-01,2026-02-28,Alat,tool,,10.00,USD
                costs,2026-02-01,2026-02-28,Lain,other,,777.00,IDR
                """);
        rows.load("fx_rates", """
                account,period_start,period_end,base,quote,rate
                bi,2026-02-27,2026-02-27,USD,IDR,16000.00000000
                """);
    }

    static void leads(Rows rows) {
        rows.load("leads", """
                account,period_start,period_end,lead_id,stage,channel,mql_on,sql_on,customer_on
                crm,2026-01-02,2026-01-02,l1,customer,Email,2026-01-10,2026-02-01,2026-02-20
                crm,2026-01-03,2026-01-03,l2,mql,Paid Search,2026-02-05,,
                crm,2026-01-04,2026-01-04,l3,lead,Paid Search,,,
                crm,2026-01-04,2026-01-04,l4,subscriber,Email,,,
                crm,2026-02-04,2026-02-04,l5,lead,Email,,,
                """);
    }

    static void rest(Rows rows) {
        rows.load("subscriptions", """
                account,period_start,period_end,subscription_id,customer_id,plan,started_on,ended_on,mrr,currency
                club,2025-12-10,2025-12-10,s1,c1,klub,2025-12-10,,50000.00,IDR
                club,2025-12-20,2025-12-20,s2,c2,klub,2025-12-20,2026-01-15,50000.00,IDR
                club,2026-01-10,2026-01-10,s3,c3,klub,2026-01-10,2026-02-28,70000.00,IDR
                club,2025-12-05,2025-12-05,s4,c4,klub,2025-12-05,2026-02-01,50000.00,IDR
                """);
        rows.load("email_stats", """
                account,period_start,period_end,campaign,sent,delivered,bounces_hard,bounces_soft,unique_opens,unique_clicks,unsubscribes,complaints,orders,revenue,currency
                mail,2026-01-07,2026-01-07,Januari,100,95,3,2,40,10,1,0,2,120000.00,IDR
                mail,2026-02-07,2026-02-07,Februari,100,90,,,,9,1,0,1,80000.00,IDR
                """);
        rows.load("search_rankings", """
                account,period_start,period_end,basis,keyword,is_branded,position,clicks,impressions
                gsc,2026-01-01,2026-01-31,gsc_average,batik laras,true,1.5,30,100
                gsc,2026-01-01,2026-01-31,gsc_average,batik murah,false,12.0,5,300
                """);
        rows.load("search_rankings", """
                account,period_start,period_end,basis,keyword,is_branded,position
                rank,2026-01-05,2026-01-05,tracked,batik laras,true,2
                rank,2026-01-05,2026-01-05,tracked,batik murah,false,9
                rank,2026-01-05,2026-01-05,tracked,kemeja batik,false,
                rank,2026-02-05,2026-02-05,tracked,batik laras,true,1
                """);
        rows.load("mentions", """
                account,period_start,period_end,mention_id,sentiment
                press,2026-01-05,2026-01-05,m1,positive
                press,2026-01-06,2026-01-06,m2,negative
                press,2026-01-07,2026-01-07,m3,unrated
                """);
        outside(rows);
    }

    /** What comes from elsewhere: a mailing list, a search trend, marketplace places, a benchmark, a typed-in value. */
    private static void outside(Rows rows) {
        rows.load("email_contacts", """
                account,period_start,period_end,person_key,list,joined_on,left_on
                mail,2025-12-01,2025-12-01,p1,Kabar,2025-12-01,
                mail,2026-01-10,2026-01-10,p2,Kabar,2026-01-10,2026-02-03
                """);
        rows.load("lead_stages", """
                account,period_start,period_end,lead_id,stage,entered_at
                crm,2026-01-02,2026-01-02,l1,lead,2026-01-02T03:00:00Z
                crm,2026-01-10,2026-01-10,l1,mql,2026-01-10T03:00:00Z
                """);
        rows.load("search_interest", """
                account,period_start,period_end,batch,term,region,interest
                trends,2026-01-04,2026-01-10,jan.csv,batik laras,Indonesia,0.4
                """);
        rows.load("listing_ranks", """
                account,period_start,period_end,marketplace,keyword,product,position
                lapak,2026-01-05,2026-01-05,shopee,kemeja batik,Kemeja Parang,4
                """);
        rows.load("benchmarks", """
                account,period_start,period_end,provider,subject,metric,value,looseness
                luar,2026-01-01,2026-01-31,Survei Niaga,fesyen Indonesia,conversion_rate,0.021,loose
                """);
        rows.load("own_values", """
                account,period_start,period_end,metric,value,evidence
                tim,2026-01-01,2026-01-31,kepuasan,8.4,survei 120 pembeli
                """);
    }
}
