-- What SQL Server takes.
USE [shop]
GO
SET ANSI_NULLS ON
SET QUOTED_IDENTIFIER ON
GO
IF OBJECT_ID(N'[dbo].[carts]', N'U') IS NOT NULL DROP TABLE [dbo].[carts];
GO
CREATE TABLE [dbo].[carts](
    [id] [int] IDENTITY(1,1) NOT NULL,
    [name] [nvarchar](max) COLLATE Latin1_General_CI_AS NULL,
    [price] decimal(10, 2) CONSTRAINT DF_price DEFAULT ((0)) NOT NULL,
    [made] datetime2(7) DEFAULT GETDATE(),
    [both] AS ([price] * 2) PERSISTED,
    [ref] uniqueidentifier ROWGUIDCOL REFERENCES [dbo].[users] ([id]) ON DELETE CASCADE,
    CONSTRAINT [PK_carts] PRIMARY KEY CLUSTERED ([id] ASC) WITH (PAD_INDEX = OFF, IGNORE_DUP_KEY = OFF) ON [PRIMARY],
    INDEX ix NONCLUSTERED ([name]) WHERE [name] IS NOT NULL,
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
CREATE NONCLUSTERED INDEX [IX] ON [dbo].[carts] ([name] DESC) INCLUDE ([price]) WITH (ONLINE = ON)
ALTER TABLE [dbo].[carts] WITH CHECK ADD CONSTRAINT [FK] FOREIGN KEY([id]) REFERENCES [dbo].[users] ([id])
ALTER TABLE [dbo].[carts] CHECK CONSTRAINT [FK]
ALTER TABLE carts ALTER COLUMN name nvarchar(50) NOT NULL
GO
CREATE OR ALTER PROCEDURE [dbo].[fill] @a INT = 1, @b NVARCHAR(50) OUTPUT, @t dbo.list READONLY
WITH RECOMPILE, EXECUTE AS OWNER
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @i INT = 0, @x XML, @t1 TABLE (id INT PRIMARY KEY, name SYSNAME NULL);
    DECLARE c CURSOR LOCAL FAST_FORWARD FOR SELECT id FROM dbo.carts;
    OPEN c
    FETCH NEXT FROM c INTO @i
    WHILE @@FETCH_STATUS = 0
    BEGIN
        IF @i % 2 = 0 PRINT N'even ' + CAST(@i AS VARCHAR(10)) ELSE BEGIN SELECT @i += 1 BREAK END
        FETCH NEXT FROM c INTO @i
    END
    CLOSE c DEALLOCATE c
    BEGIN TRY
        BEGIN TRAN
        INSERT INTO #temp WITH (TABLOCK) (id, name) OUTPUT inserted.id INTO @t1 (id) SELECT TOP (10) PERCENT WITH TIES id, N'x' FROM dbo.carts WITH (NOLOCK) ORDER BY id DESC
        UPDATE TOP (5) c SET c.name = u.name, @b = c.name FROM dbo.carts AS c INNER JOIN tempdb..users u ON u.id = c.id
        DELETE c FROM dbo.carts c LEFT OUTER HASH JOIN x ON x.id = c.id WHERE x.id IS NULL
        MERGE INTO dbo.carts AS t USING (VALUES (1, 'a')) AS s (id, name) ON t.id = s.id
            WHEN MATCHED AND s.name <> t.name THEN UPDATE SET name = s.name
            WHEN NOT MATCHED BY TARGET THEN INSERT (id) VALUES (s.id)
            OUTPUT $action, inserted.*;
        COMMIT TRANSACTION
    END TRY
    BEGIN CATCH
        IF @@TRANCOUNT > 0 ROLLBACK TRAN;
        THROW;
    END CATCH
    EXEC sp_executesql N'SELECT @p', N'@p INT', @p = @i
    EXECUTE @i = [dbo].[other] 1, DEFAULT, @b = @b OUT
    RETURN 0
END
GO
CREATE FUNCTION dbo.twice (@a INT) RETURNS TABLE AS RETURN (SELECT @a * 2 AS b)
GO
;WITH c AS (SELECT id, ROW_NUMBER() OVER (PARTITION BY name ORDER BY id) AS n FROM dbo.carts)
SELECT c.id, [alias] = c.n, 'x' AS 'y', CONVERT(NVARCHAR(MAX), c.id, 121), x.value('(/a/@b)[1]', 'int'), CASE WHEN 1 = 1 THEN 1 END, geography::Point(1, 2, 4326), $1.50
INTO #result
FROM c CROSS APPLY x.nodes('/a') AS T(x) OUTER APPLY dbo.twice(c.id) OPTION (MAXRECURSION 0);
SELECT * FROM (SELECT a, b FROM t) p PIVOT (SUM(a) FOR b IN ([1], [2])) AS q WHERE a !< 1 FOR XML PATH(''), TYPE
GRANT SELECT, EXECUTE ON SCHEMA::dbo TO [public];
RAISERROR ('failed: %s', 16, 1, @b) WITH NOWAIT
GO 5
